/* SPDX-License-Identifier: MIT
 * words.c: the lists, and picking from them. */
#include "simulate/words.h"

#include <stddef.h>

#define LIST(name, ...) static const char *const name[] = { __VA_ARGS__, NULL }

LIST(arab_women, "Amal", "Nour", "Rania", "Hala", "Samar", "Lina", "Dima", "Reem", "Maha", "Yara", "Salma", "Huda");
LIST(arab_men, "Omar", "Khaled", "Samir", "Bilal", "Tarek", "Yousef", "Anas", "Fadi", "Nabil", "Karim", "Ziad", "Rami");
LIST(arab_families, "Al-Khatib", "Said", "Haddad", "Darwish", "Al-Najjar", "Mansour", "Qasem", "Sabbagh", "Al-Ali",
     "Barakat", "Hamdan", "Shahin");
LIST(ukrainian_women, "Oksana", "Iryna", "Olena", "Natalia", "Svitlana", "Kateryna", "Halyna", "Tetiana", "Yulia", "Daryna");
LIST(ukrainian_men, "Andriy", "Taras", "Mykola", "Bohdan", "Serhiy", "Vasyl", "Petro", "Dmytro", "Ihor", "Roman");
LIST(ukrainian_families, "Bondarenko", "Kravets", "Melnyk", "Savchuk", "Lysenko", "Hrytsenko", "Polishchuk",
     "Tkachuk", "Rudenko", "Moroz");
LIST(tigrinya_women, "Selam", "Luwam", "Feven", "Rahwa", "Saba", "Winta", "Hiwet", "Freweini", "Abrehet", "Senait");
LIST(tigrinya_men, "Yonas", "Filmon", "Abel", "Robel", "Tesfay", "Kidane", "Berhane", "Mehari", "Samuel", "Amanuel");
LIST(tigrinya_families, "Tekle", "Haile", "Ghebre", "Woldu", "Araya", "Kiflom", "Tesfamariam", "Habte", "Zerai", "Mebrahtu");
LIST(dari_women, "Farida", "Zahra", "Nasrin", "Shabnam", "Parwin", "Laila", "Mina", "Sahar", "Roya", "Marzia");
LIST(dari_men, "Farhad", "Jawad", "Naseer", "Hamid", "Rahim", "Basir", "Navid", "Karimullah", "Zaman", "Ehsan");
LIST(dari_families, "Ahmadi", "Rahimi", "Haidari", "Noori", "Sharifi", "Karimi", "Hosseini", "Qaderi", "Amiri", "Safi");
LIST(farsi_women, "Shirin", "Parisa", "Leila", "Azadeh", "Mahsa", "Nasim", "Setareh", "Golnar");
LIST(farsi_men, "Reza", "Kaveh", "Babak", "Siamak", "Arash", "Mehdi", "Bijan", "Payam");
LIST(farsi_families, "Moradi", "Jafari", "Ebrahimi", "Rostami", "Kazemi", "Zand", "Tehrani", "Farahani");
LIST(somali_women, "Hodan", "Ifrah", "Sagal", "Amina", "Fadumo", "Ayaan", "Zahra", "Hibo");
LIST(somali_men, "Abdi", "Liban", "Guled", "Mahad", "Yasin", "Farah", "Hassan", "Ismail");
LIST(somali_families, "Warsame", "Abdullahi", "Jama", "Farah", "Mohamud", "Hersi", "Dualeh", "Osman");
LIST(kurdish_women, "Rojin", "Berivan", "Zilan", "Nergiz", "Helin", "Dilan", "Avin", "Jiyan");
LIST(kurdish_men, "Azad", "Rojhat", "Serhat", "Dilovan", "Baran", "Ciwan", "Hejar", "Sirwan");
LIST(kurdish_families, "Demir", "Ose", "Bekir", "Hussein", "Mistefa", "Kaya", "Ibo", "Remo");
LIST(swahili_women, "Neema", "Furaha", "Aline", "Grace", "Espérance", "Riziki", "Chantal", "Baraka");
LIST(swahili_men, "Jean", "Patrick", "Innocent", "Amani", "Bahati", "Moïse", "Josué", "Christian");
LIST(swahili_families, "Mugisha", "Bahati", "Kabila", "Mwamba", "Ilunga", "Nyota", "Byamungu", "Lukusa");

const struct origin origins[] = {
    { "ar", "asylum_7", 26, arab_women, arab_men, arab_families },
    { "uk", "ukraine", 24, ukrainian_women, ukrainian_men, ukrainian_families },
    { "ti", "asylum_7", 14, tigrinya_women, tigrinya_men, tigrinya_families },
    { "prs", "asylum_7", 12, dari_women, dari_men, dari_families },
    { "fa", "asylum_7", 6, farsi_women, farsi_men, farsi_families },
    { "so", "family_refugee", 6, somali_women, somali_men, somali_families },
    { "ku", "asylum_7", 6, kurdish_women, kurdish_men, kurdish_families },
    { "sw", "quota_8", 6, swahili_women, swahili_men, swahili_families },
};
const int origin_count = sizeof origins / sizeof *origins;

#define WORDS(name, ...) const char *const name[] = { __VA_ARGS__, NULL }

WORDS(staff_first_names, "Birthe", "Søren", "Lone", "Henrik", "Camilla", "Anders", "Pia", "Morten", "Tina", "Kasper",
      "Dorte", "Rasmus", "Helle", "Mikkel", "Gitte", "Thomas", "Line", "Nikolaj", "Bodil", "Jesper");
WORDS(staff_last_names, "Fjordgaard", "Engholm", "Bakkelund", "Skovmose", "Vestervig", "Lyngdal", "Højbjerg",
      "Strandby", "Kærsgaard", "Nørremark", "Åstrup", "Dalsgaard");
WORDS(towns, "Fjordby", "Vesterby", "Nørrevig", "Sandager", "Skovlund");
WORDS(streets, "Havnegade", "Skolevej", "Birkealle", "Mejerivej", "Kirkestræde", "Strandvejen", "Nørregade",
      "Engvej", "Møllebakken", "Stationsvej", "Lærkevej", "Teglværksvej");
WORDS(company_beginnings, "Fjordby", "Vesterby", "Nørrevig", "Sandager", "Skovlund", "Havne", "Møllebakkens", "Engens",
      "Strandens", "Birkely", "Kærgårdens", "Solbakkens", "Lyng", "Kysthusets", "Nordbo");
WORDS(mentor_names, "Birgit", "Flemming", "Kirsten", "Ole", "Jette", "Kurt", "Annette", "Leif");

const struct trade trades[] = {
    { "retail", "Dagligvarer", "Butik og varemodtagelse", "Jeg vil arbejde i en butik" },
    { "industry", "Maskinfabrik", "Montage og lager", "Jeg vil arbejde med maskiner" },
    { "agriculture", "Gartneri", "Pasning og pakning af planter", "Jeg vil arbejde med planter" },
    { "cleaning", "Rengøring", "Rengøring på kontorer", "Jeg vil have et fast arbejde" },
    { "kitchen", "Bageri", "Bageri og ekspedition", "Jeg vil være bager" },
    { "kitchen", "Køkken", "Køkkenhjælp", "Jeg vil være kok" },
    { "technical_service", "Ejendomsservice", "Grønne områder og småreparationer", "Jeg vil være håndværker" },
    { "care", "Plejecenter", "Praktisk hjælp og samvær", "Jeg vil være social- og sundhedshjælper" },
    { "transport", "Lager og Fragt", "Pluk og pakning", "Jeg vil køre lastbil" },
    { "other", "Genbrug", "Sortering og salg", "Jeg vil arbejde i en butik" },
};
const int trade_count = sizeof trades / sizeof *trades;

WORDS(own_words, "Jeg vil gerne forsørge min familie selv.", "Jeg kan godt lide at arbejde med mennesker.",
      "Jeg har drevet en lille butik og vil gerne gøre det igen.", "Jeg vil lære dansk hurtigt, så jeg kan tale med mine kolleger.",
      "Jeg har syet hele mit liv.", "Jeg vil gerne ud og arbejde med det samme.",
      "Mine børn skal se, at jeg går på arbejde.", "Jeg har kørt lastbil i ti år.",
      "Jeg vil helst være ude i frisk luft.", "Jeg drømmer om at blive sygeplejerske igen.");
WORDS(wins, "Mødte hver dag i ugen.", "Klarede selv bussen med to skift.", "Fik ros af køkkenchefen.",
      "Førte sin første samtale på dansk uden tolk.", "Stod for kassen en hel formiddag.",
      "Hjalp en ny på holdet med at finde vej.", "Ringede selv og meldte afbud i god tid.");
WORDS(own_wins, "Jeg fik min første løn.", "Min chef kender mit navn og spørger, hvordan jeg har det.",
      "Jeg forstod hele mødet i dag.", "Jeg har fået en ven på arbejdet.", "Jeg tør tale i telefon på dansk.");
WORDS(notes, "Talt i telefon: alt går efter planen.", "Har fundet vuggestueplads fra den 1.",
      "Bussen går for sent til morgenholdet; taler med arbejdspladsen.", "Vil gerne have flere timer.",
      "Har brug for sikkerhedssko i str. 39.", "Mødte på kontoret uden aftale; aftalt tid i næste uge.",
      "Sprogcentret siger, at modul 2 er bestået.", "Spørger til kørekort.");
WORDS(talks, "Har plads til en mere fra næste måned.", "Glad for samarbejdet; vil gerne kende timerne lidt før.",
      "Spørger, om vi har en, der kan møde klokken seks.", "Travlt før jul, ring igen i januar.",
      "Vil gerne være med til at vise arbejdspladsen frem for holdet.");
WORDS(decisions, "Undersøg transport til morgenholdet i Sandager", "Find en tigrinyatalende mentor",
      "Tal med sprogcentret om aftenhold", "Opdatér kontaktlisten i velkomstmappen",
      "Aftal virksomhedsbesøg for introholdet", "Afklar børnepasning i ferien");
WORDS(subgoals, "Møde til tiden hver dag i fire uger", "Tale dansk i pauserne", "Prøve kassen",
      "Bestå modul 2", "Kunne rutinen uden hjælp", "Få flere lønnede timer", "Tage truckcertifikat");
WORDS(topics, "Hvordan det går på arbejdspladsen", "Timer og løn", "Dansk på arbejdspladsen", "Transport og mødetid",
      "Næste skridt");
WORDS(educations, "Gymnasium", "Folkeskole, ni år", "Håndværkeruddannelse som elektriker", "Bachelor i engelsk",
      "Sygeplejerske", "Ingen formel uddannelse");
WORDS(experiences, "Butik, fem år", "Landbrug i familiens gård", "Syerske, otte år", "Chauffør, ti år",
      "Lærer, tre år", "Kok på hotel, fire år", "Bygningsmaler, seks år");

const char *words_pick(struct chance *chance, const char *const *list)
{
    int count = 0;

    while (list[count] != NULL)
        count++;
    return list[chance_between(chance, 0, count - 1)];
}

const struct origin *origin_pick(struct chance *chance)
{
    int left = chance_between(chance, 0, 99), i = 0;

    while (i < origin_count - 1 && left >= origins[i].weight)
        left -= origins[i++].weight;
    return &origins[i];
}
