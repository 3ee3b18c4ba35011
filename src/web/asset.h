/* SPDX-License-Identifier: MIT
 * asset.h: style sheets, scripts, fonts and pictures. The build puts the files of assets/ into the
 * program (tools/assetgen.c); the address holds a hash of the content and may be cached for ever. */
#ifndef WEB_ASSET_H
#define WEB_ASSET_H

#include <stddef.h>

struct asset {
    const char *name; /* "staff.css" */
    const char *path; /* "/s/6f1c.../staff.css" */
    const char *type;
    const unsigned char *bytes;
    size_t length;
    const unsigned char *gzip; /* NULL when it would not be smaller. */
    size_t gzip_length;
};

extern const struct asset assets[];
extern const size_t asset_count;

/* The address of an asset for a page. A check fails for a name that does not exist. */
const char *asset_path(const char *name);

/* The asset at an address, or NULL. */
const struct asset *asset_find(const char *path);

#endif
