/* SPDX-License-Identifier: MIT
 * keys.c: all keys, by where they work. test_help.c reads the pages and finds a key that is not here. */
#include "help/pages.h"

static const struct help_key everywhere[] = {
    { "/", SAY("Find borger eller virksomhed") },
    { "?", SAY("Denne side") },
    { "Z", SAY("Fortryd det, du lige har gjort") },
    { "Ctrl Enter", SAY("Gem, fra ethvert felt") },
    { "Esc", SAY("Ud af feltet; stop gennemgangen") },
};

static const struct help_key lists[] = {
    { "J ↓", SAY("Ned til næste række") },
    { "K ↑", SAY("Op til rækken før") },
    { "Enter", SAY("Åbn rækken") },
};

static const struct help_key today[] = {
    { "G", SAY("Gennemgå listen, en ad gangen") },
    { "S", SAY("Samtale, for rækken") },
    { "P", SAY("Praktik, for rækken") },
    { "T", SAY("Trin på trappen, for rækken") },
    { "B", SAY("Mål eller dokument, for rækken") },
    { "A", SAY("Hold og forløb, for rækken") },
    { "M", SAY("Måling, for rækken") },
    { "R", SAY("Ring, for rækken") },
    { "O", SAY("Opgave, for rækken") },
};

static const struct help_key citizen[] = {
    { "S", SAY("Samtale") },
    { "P", SAY("Praktik") },
    { "T", SAY("Trin på trappen") },
    { "V", SAY("Sejr") },
    { "N", SAY("Notat; på listen: ny borger") },
    { "O", SAY("Opgaver") },
    { "M", SAY("Kompetencer") },
    { "B", SAY("Dokumenter") },
    { "U", SAY("Sæt i bero") },
};

static const struct help_key company[] = {
    { "P", SAY("Ny praktik her") },
    { "H", SAY("Henvendelse") },
};

static const struct help_key plan[] = {
    { "N", SAY("Skriv nye ord") },
    { "B", SAY("Nyt mål") },
    { "1", SAY("Opfølgning: nået") },
    { "2", SAY("Opfølgning: fortsæt") },
    { "3", SAY("Opfølgning: justér indholdet") },
    { "4", SAY("Opfølgning: skift aktivitet") },
};

static const struct help_key tasks[] = {
    { "F", SAY("Færdig, for rækken") },
    { "T", SAY("Tag opgaven, for rækken") },
};

static const struct help_key attendance[] = {
    { "M", SAY("Mødt, og videre") },
    { "L", SAY("Lovligt fravær, og videre") },
    { "U", SAY("Ulovligt fravær, og videre") },
    { "S", SAY("Syg, og videre") },
    { "A", SAY("Afbud, og videre") },
    { "R", SAY("Resten er mødt") },
    { "B", SAY("Bemærkning til rækken") },
    { "H", SAY("Samtalen er holdt, hvor ordningen har en") },
};

static const struct help_key proposals[] = {
    { "G", SAY("Acceptér forslaget; pladsen holdes") },
    { "L", SAY("Lås parret") },
    { "A", SAY("Ikke denne gang, med grund") },
    { "F", SAY("Aldrig de to, med grund") },
    { "1", SAY("Vælg en anden plads, 1 til 5, med grund") },
    { "2", SAY("Den anden af de andre pladser") },
    { "3", SAY("Den tredje") },
    { "4", SAY("Den fjerde") },
    { "5", SAY("Den femte") },
    { "H", SAY("Hold en plads tilbage") },
    { "U", SAY("Luk pladsen her") },
    { "M", SAY("En plads mere") },
    { "P", SAY("Start praktik, når begge har sagt ja") },
};

#define PLACE(title, keys) { title, keys, sizeof(keys) / sizeof *(keys) }

static const struct help_place places[] = {
    PLACE(SAY("Overalt"), everywhere),
    PLACE(SAY("I en liste"), lists),
    PLACE(SAY("I dag"), today),
    PLACE(SAY("Borgerens side"), citizen),
    PLACE(SAY("Virksomhedens side"), company),
    PLACE(SAY("Mål og plan"), plan),
    PLACE(SAY("Opgaver"), tasks),
    PLACE(SAY("Fremmøde"), attendance),
    PLACE(SAY("Forslag"), proposals),
};
const struct help_places help_places = { places, sizeof places / sizeof *places };
