/* SPDX-License-Identifier: MIT
 * names.c: invented names and sentences. Any likeness to a person or company is by chance. */
#include "simulate/names.h"

#define COUNT(array) ((int)(sizeof(array) / sizeof *(array)))

static const char *const arab_women[] = { "Nour", "Rania", "Mariam", "Hala", "Samira", "Dima", "Lina", "Zeina", "Amal", "Huda" };
static const char *const arab_men[] = { "Samir", "Omar", "Yousef", "Khaled", "Tarek", "Bassel", "Ziad", "Anas", "Majd", "Fadi" };
static const char *const arab_last[] = { "Haddad", "Mansour", "Saleh", "Khatib", "Najjar", "Sabbagh", "Darwish", "Hamdan",
                                         "Qasim", "Barakat", "Shami", "Tahan" };
static const char *const horn_women[] = { "Selam", "Feven", "Rahel", "Saba", "Helen", "Luwam", "Winta", "Semhar" };
static const char *const horn_men[] = { "Dawit", "Yohannes", "Tesfay", "Filmon", "Abel", "Robel", "Merhawi", "Kidane" };
static const char *const horn_last[] = { "Abraha", "Tekle", "Gebremedhin", "Haile", "Mehari", "Woldu", "Kifle", "Berhane" };
static const char *const slav_women[] = { "Olena", "Iryna", "Oksana", "Kateryna", "Daryna", "Yulia", "Nadia", "Halyna" };
static const char *const slav_men[] = { "Andriy", "Mykola", "Taras", "Bohdan", "Petro", "Oleksiy", "Ivan", "Roman" };
static const char *const slav_last[] = { "Kovalchuk", "Bondar", "Lysenko", "Marchuk", "Tkach", "Moroz", "Savchuk", "Hrytsenko" };
static const char *const afghan_women[] = { "Zahra", "Farida", "Shabnam", "Laila", "Parwin", "Nilofar", "Soraya", "Hosna" };
static const char *const afghan_men[] = { "Ahmad", "Farid", "Jawad", "Naim", "Reza", "Habib", "Karim", "Milad" };
static const char *const afghan_last[] = { "Ahmadi", "Noori", "Rahimi", "Hosseini", "Sharifi", "Azizi", "Karimi", "Popal" };
static const char *const somali_women[] = { "Hodan", "Ifrah", "Sahra", "Fadumo", "Ayan", "Nasra" };
static const char *const somali_men[] = { "Abdi", "Ibrahim", "Liban", "Mahad", "Yusuf", "Guled" };
static const char *const somali_last[] = { "Warsame", "Osman", "Jama", "Farah", "Hersi", "Abdulle" };
static const char *const kurd_women[] = { "Hevin", "Rojin", "Berivan", "Zilan", "Dilan", "Narin" };
static const char *const kurd_men[] = { "Azad", "Rebin", "Serhat", "Baran", "Diyar", "Karwan" };
static const char *const kurd_last[] = { "Demir", "Aslan", "Kaya", "Barzan", "Zebari", "Tahir" };

#define ORIGIN(language, of)                                                                        \
    { language, of##_women, of##_men, of##_last, COUNT(of##_women), COUNT(of##_men), COUNT(of##_last) }
const struct origin origins[] = {
    ORIGIN("ar", arab), ORIGIN("uk", slav), ORIGIN("ti", horn), ORIGIN("prs", afghan),
    ORIGIN("ar", arab), ORIGIN("so", somali), ORIGIN("ku", kurd),
};
const int origin_count = COUNT(origins);

const struct staff_template staff_templates[] = {
    { "mette", "Mette Lund Krogh", "Sagsbehandler", "caseworker", "integration" },
    { "jonas", "Jonas Bech", "Beskæftigelseskonsulent", "employment_consultant", "integration" },
    { "hanan", "Hanan Saleh", "Kulturformidler", "cultural_mediator", "integration" },
    { "karen", "Karen Toft", "Underviser", "teacher", "integration" },
    { "lis", "Lis Overgaard", "Teamleder", "team_leader", "integration" },
    { "birthe", "Birthe Holm", "Leder", "leader", "integration" },
    { "poul", "Poul Dahl", "Rådgiver", "adviser", "kompetence" },
    { "sanne", "Sanne Friis", "Socialrådgiver", "social_worker", "kompetence" },
    { "admin", "Ib Storgaard", "Systemadministrator", "administrator", "integration" },
    { "vera", "Vera Munk", "Databeskyttelse", "data_officer", "integration" },
    { "amir", "Amir Rahbar", "Sagsbehandler", "caseworker", "integration" },
    { "tine", "Tine Møller", "Beskæftigelseskonsulent", "employment_consultant", "integration" },
    { "gitte", "Gitte Krag", "Sagsbehandler", "caseworker", "integration" },
    { "rasmus", "Rasmus Juhl", "Beskæftigelseskonsulent", "employment_consultant", "integration" },
    { "fatma", "Fatma Yildiz", "Kulturformidler", "cultural_mediator", "integration" },
    { "niels", "Niels Brandt", "Rådgiver", "adviser", "kompetence" },
};
const int staff_template_count = COUNT(staff_templates);

static const char *const kitchen_names[] = { "Havnebageriet", "Kantinen ved Kajen", "Bageri", "Køkken", "Caféen" };
static const char *const kitchen_work[] = { "forberede grønt og salat", "bage brød", "opvask og orden i køkkenet", "servere frokost" };
static const char *const care_names[] = { "Plejecenter", "Omsorgshuset", "Hjemmeplejen", "Aktivcenter" };
static const char *const care_work[] = { "hjælpe ved måltider", "rede senge og rydde op", "gå ture med beboere", "vasketøj" };
static const char *const retail_names[] = { "Købmand", "Dagligvarer", "Byggemarked", "Tøjhuset" };
static const char *const retail_work[] = { "fylde op på hylder", "betjene kunder", "vareprøvning og mærkning", "kassen" };
static const char *const clean_names[] = { "Rengøring", "Hotel", "Ejendomsservice", "Vaskeri" };
static const char *const clean_work[] = { "rengøring af værelser", "gulvvask og vinduer", "linned", "affald og orden" };
static const char *const green_names[] = { "Gartneri", "Planteskole", "Frugtplantage", "Mejeri" };
static const char *const green_work[] = { "potte og vande planter", "høste og pakke", "lugning", "køre trillebør og rydde" };
static const char *const store_names[] = { "Lager", "Trælast", "Transport", "Pakkeri" };
static const char *const store_work[] = { "plukke ordrer", "pakke paller", "læsse biler", "tælle varer" };
static const char *const metal_names[] = { "Smedje", "Maskinværksted", "Møbelfabrik", "Plastfabrik" };
static const char *const metal_work[] = { "slibe og montere", "pakke færdige dele", "betjene en maskine", "holde orden ved båndet" };

#define BRANCH(code, of) { code, of##_names, of##_work, COUNT(of##_names), COUNT(of##_work) }
const struct branch_template branch_templates[] = {
    BRANCH("kitchen", kitchen), BRANCH("care", care), BRANCH("retail", retail), BRANCH("cleaning", clean),
    BRANCH("agriculture", green), BRANCH("transport", store), BRANCH("industry", metal),
};
const int branch_template_count = COUNT(branch_templates);

static const char *const towns[] = { "Fjordby", "Havnsted", "Nørrelund", "Sønderskov", "Vester Aa" };
static const char *const danish_first[] = { "Anne", "Bo", "Camilla", "Dorte", "Erik", "Freja", "Gert", "Helle", "Inger",
                                            "Jens", "Kirsten", "Lars", "Maja", "Ole", "Pia", "Signe", "Thomas", "Ulla" };
static const char *const danish_last[] = { "Bak", "Dam", "Eg", "Fogh", "Green", "Hede", "Iversen", "Kjær", "Lind",
                                           "Munk", "Nør", "Østergård", "Ravn", "Skov", "Toft", "Vang", "Ågård" };
static const char *const own_words[] = {
    "Jeg vil bage. Derhjemme bagte jeg brød til hele gaden.", "Jeg syede brudekjoler i seks år. Jeg vil arbejde med tøj igen.",
    "Jeg vil tjene mine egne penge.", "Jeg kan lide at passe gamle mennesker.", "Jeg har kørt lastbil i ti år og vil køre igen.",
    "Jeg vil lære så meget dansk, at jeg kan tale med kollegerne.", "Mine børn skal se mig gå på arbejde.",
    "Jeg var lærer. Jeg vil arbejde med børn.", "Jeg vil have et arbejde, hvor jeg bruger hænderne.",
    "Jeg vil være tømrer. Jeg har bygget to huse.", "Jeg drømmer om min egen butik en dag.", "Jeg vil arbejde i et køkken.",
};
static const char *const skills[] = { "bage brød", "syning og mønstre", "engelsk", "kørekort", "regnskab", "passe dyr",
                                      "murerarbejde", "kunder i butik", "madlavning til mange", "computer", "børnepasning",
                                      "havearbejde", "svejsning", "at lære fra sig", "arabisk, lidt tyrkisk" };
static const char *const considerations[] = { "løft under 10 kg", "møder efter kl. 8.15, når børnene er afleveret",
                                              "ikke stå op hele dagen", "ikke arbejde alene om aftenen" };
static const char *const goals[] = { "Kende alle ord på arbejdspladsen", "Tage bussen til arbejde alene", "Tale i telefon på dansk",
                                     "Fem timers løn om ugen", "Sytten timers løn om ugen", "Bestå næste modul",
                                     "Få et CV, jeg kan vise frem", "Være alene om en opgave en hel morgen" };
static const char *const wins[] = { "Kunderne spurgte efter mit brød.", "Jeg ringede selv og sagde, at jeg var syg.",
                                    "40 fagord lært.", "Kom til tiden hele måneden.", "Chefen sagde tak foran de andre.",
                                    "Første lønseddel.", "Holdt mit første oplæg på dansk." };
static const char *const notes[] = { "Ringede og aftalte busforbindelse.", "Har fået digital id til at virke.",
                                     "Ældste barn er begyndt i børnehave.", "Vil gerne have flere vagter i weekenden.",
                                     "Spurgte til prøven i dansk." };
static const char *const topics[] = { "maal", "job", "dansk", "hverdag" };
static const char *const said[] = { "Spørger selv om en ekstra vagt.", "Prøver en ny opgave i næste uge.",
                                    "Øver telefonsamtaler på sprogskolen.", "Taler med chefen om mødetider.",
                                    "Skriver tre ord ned hver dag.", "Kører turen med bussen på forhånd." };
static const char *const advice[] = { "Bankkonto er bestilt. Digital id hentes på torsdag.", "Søger boligstøtte sammen på mandag.",
                                      "Børnene begynder i skole efter jul.", "Lægevalg er ordnet. Spurgte til tandlæge.",
                                      "Vil gerne med i syklubben i Havnsted.", "Har hentet møbler i genbrugsbutikken." };
static const char *const company_said[] = { "Har plads fra næste uge. Vil gerne møde borgeren først.", "Kan tage én ad gangen.",
                                            "Glade for den sidste. Spørger efter en til.", "Vil helst have nogen om morgenen.",
                                            "Mester er mentor. Kaffe kl. 9, det er der, man lærer hinanden at kende." };
static const char *const schooling[] = { "ni års skole", "gymnasium", "seks års skole", "erhvervsskole, to år", "universitet, tre år",
                                         "lærer, fire år", "ingen skole, læser lidt" };
static const char *const work_goals[] = { "Kende alle ord på arbejdspladsen", "Ti timers løn om ugen til foråret",
                                          "Åbne butikken alene en morgen", "Spørge kollegerne på dansk i pausen",
                                          "Tage telefonen én gang om dagen", "Kende sikkerhedsreglerne udenad" };
static const char *const streets[] = { "Havnegade", "Skovvej", "Nørregade", "Lærkevej", "Stationsvej", "Møllebakken" };

#define SENTENCES(of) { of, COUNT(of) }
const struct word_lists word_lists = {
    .towns = SENTENCES(towns), .danish_first = SENTENCES(danish_first), .danish_last = SENTENCES(danish_last),
    .own_words = SENTENCES(own_words), .skills = SENTENCES(skills), .considerations = SENTENCES(considerations),
    .goals = SENTENCES(goals), .wins = SENTENCES(wins), .notes = SENTENCES(notes), .topics = SENTENCES(topics),
    .said = SENTENCES(said), .advice = SENTENCES(advice), .company_said = SENTENCES(company_said),
    .schooling = SENTENCES(schooling), .work_goals = SENTENCES(work_goals), .streets = SENTENCES(streets),
};
