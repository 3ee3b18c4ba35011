/* SPDX-License-Identifier: MIT
 * permission.c: names and labels of permissions, from the one list. */
#include "db/permission.h"

const char *const permission_names[PERMISSION_COUNT] = {
#define PERMISSION_NAME(identifier, name, label) name,
    PERMISSIONS(PERMISSION_NAME)
#undef PERMISSION_NAME
};

const char *const permission_labels[PERMISSION_COUNT] = {
#define PERMISSION_LABEL(identifier, name, label) label,
    PERMISSIONS(PERMISSION_LABEL)
#undef PERMISSION_LABEL
};
