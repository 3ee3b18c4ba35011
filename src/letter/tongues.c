/* SPDX-License-Identifier: MIT
 * tongues.c: which way a language runs, and the few words that the paper itself adds in it. The letters' own
 * texts are in letters/. These words are machine translations too, see docs/brugervejledning.md. */
#include "base/text.h"
#include "letter/paper.h"

static const struct paper_tongue tongues[] = {
    { "da", false, "Side {1} af {2}", "Oversættelse. Den danske tekst gælder.", "Maskinoversat, ikke godkendt" },
    { "en", false, "Page {1} of {2}", "Translation. The Danish text is the one that counts.",
      "Machine translation, not approved" },
    { "ar", true, "صفحة {1} من {2}", "ترجمة. النص الدنماركي هو المعتمد.", "ترجمة آلية، غير معتمدة" },
    { "uk", false, "Сторінка {1} з {2}", "Переклад. Чинним є текст данською мовою.", "Машинний переклад, не затверджено" },
    { "ti", false, "ገጽ {1} ካብ {2}", "ትርጉም። እቲ ዝጸንዕ ጽሑፍ ናይ ዳኒሽ ጽሑፍ እዩ።", "ብማሽን ዝተተርጎመ፣ ዘይጸደቐ" },
    { "fa", true, "صفحهٔ {1} از {2}", "ترجمه. متن دانمارکی معتبر است.", "ترجمهٔ ماشینی، تأیید نشده" },
    { "prs", true, "صفحهٔ {1} از {2}", "ترجمه. متن دنمارکی معتبر است.", "ترجمهٔ ماشینی، تأیید نشده" },
    { "so", false, "Bogga {1} ee {2}", "Turjumaad. Qoraalka Deenishka ayaa la raacayaa.",
      "Turjumaad mashiin, lama ansixin" },
    { "ps", true, "{2} / {1}", "Oversættelse. Den danske tekst gælder.", "Maskinoversat, ikke godkendt" },
};

const struct paper_tongue *paper_tongue(const char *language)
{
    for (size_t i = 0; language != NULL && i < sizeof tongues / sizeof *tongues; i++)
        if (text_is(tongues[i].language, language))
            return &tongues[i];
    return &tongues[0];
}
