/* SPDX-License-Identifier: MIT
 * asset.c: finding assets. There are a dozen, so both searches walk the table. */
#include "web/asset.h"

#include "base/check.h"
#include "base/text.h"

const char *asset_path(const char *name)
{
    for (size_t i = 0; i < asset_count; i++)
        if (text_is(assets[i].name, name))
            return assets[i].path;
    check_failed("asset_path: no such asset", name, 0);
}

const struct asset *asset_find(const char *path)
{
    for (size_t i = 0; i < asset_count; i++)
        if (text_is(assets[i].path, path))
            return &assets[i];
    return NULL;
}
