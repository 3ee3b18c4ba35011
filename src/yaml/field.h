/* SPDX-License-Identifier: MIT
 * field.h: from a tree of texts to structs, by tables. A section (a rule, a form, a law value) is a
 * table of fields; the reader fills a struct from a mapping and collects every mistake with its place.
 * Nested sections wait in a list, so that nothing recurses on what a file holds. */
#ifndef YAML_FIELD_H
#define YAML_FIELD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/day.h"
#include "yaml/mistake.h"
#include "yaml/words.h"
#include "yaml/yaml.h"

struct reading;

/* Why a text is no value of its type, and how many bytes into it. A NULL text: see the type. */
struct complaint {
    size_t offset;
    const char *text;
};

/* How one scalar becomes a value of `size` bytes. With `words` the value is the
 * word's place among them: an int, or a bool when `size` says so and there are two. */
struct value_type {
    const char *expected; /* Danish, for "forventede ...": "et helt tal". */
    size_t size;
    bool (*read)(struct reading *reading, const struct node *node, void *into, struct complaint *complaint);
    const char *const *words;
    int word_count;
    bool is_words; /* Takes {da: ..., en: ...} as well as a scalar; reads a struct words. */
};

struct section;

enum field_form {
    FIELD_REQUIRED = 1,
    FIELD_MANY = 2, /* One or a list. The struct holds a pointer at `offset`, a size_t at `count`. */
    FIELD_MAP = 4,  /* A map of id to it, read as a list whose section has a `key`. */
};

struct field {
    const char *name;
    const struct value_type *type;  /* Either a value */
    const struct section *section;  /* or a section. */
    size_t offset, count;
    unsigned form;
    const char *fallback; /* Read when the key is absent. */
    const char *refers;   /* The value is an id of one of these collections, separated by spaces. */
};

struct section {
    const char *name; /* Danish, definite: "reglen". */
    size_t size;
    const struct field *fields;
    size_t field_count;
    const char *key;       /* The field that a map's key is read into. */
    const char *shorthand; /* The field that a bare value is read into. */
    size_t node;           /* Where the struct keeps its `const struct node *`; NO_NODE when nowhere. */
    void (*begin)(struct reading *reading, const struct node *node, void *into); /* May be NULL. */
    void (*end)(struct reading *reading, const struct node *node, void *into);   /* Before nested ones. */
};
#define NO_NODE SIZE_MAX

/* An id that a list defines; a reference to one. */
struct defined_id {
    const char *collection, *id;
    const void *list; /* Ids are unique in one list. */
};
struct reference {
    const char *collections;
    const struct node *node;
};
struct section_work {
    const struct section *section;
    const struct node *node;
    void *into;
    const char *collection;
    const void *list;
};

struct reading {
    struct arena *arena;
    const char *file;
    struct mistakes *mistakes;
    void *about; /* For the types of a caller. */
    struct {
        struct defined_id *at;
        size_t count, room;
    } ids;
    struct {
        struct reference *at;
        size_t count, room;
    } references;
    struct {
        struct section_work *at;
        size_t count, room;
    } work;
};

/* Fills the zeroed struct `into` from a tree. What is wrong stands in the mistakes; then the struct is
 * not to be used. References are checked here too. */
void section_read(struct reading *reading, const struct section *section, const struct node *node,
                  void *into);

/* One value, as if it stood in a file at `node`: for edits that come from a page. */
bool value_read(struct reading *reading, const struct value_type *type, const struct node *node,
                void *into);

/* A mistake at a node; `offset` bytes into its text. */
__attribute__((format(printf, 4, 5)))
void mistake_at(struct reading *reading, const struct node *node, size_t offset, const char *format, ...);

/* Is there such an id in the collection (a field's name: "forms")? */
bool id_is_defined(const struct reading *reading, const char *collection, const char *id);

extern const struct value_type type_word;   /* const char *: short text, not blank */
extern const struct value_type type_words;  /* struct words */
extern const struct value_type type_int;    /* int32_t */
extern const struct value_type type_number; /* int64_t, thousandths */
extern const struct value_type type_flag;   /* bool: yes or no */
extern const struct value_type type_day;    /* day */

/* A scalar's whole text as thousandths, "18.5" as 18500; false for anything else. */
bool number_read(const char *text, int64_t *thousandths);

#endif
