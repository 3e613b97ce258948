package org.parley.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.parley.Effort;

/// Generated texts with numbered reasons, the formula by which they are adopted, and provisions in
/// the numbering of several languages. Each provision is found where it was put.
class EnactmentLawTest {

  private static final int TEXTS = Effort.of(200, 2_000);

  /// The words of a language.
  ///
  /// @param before the words before the reasons
  /// @param body the body that speaks
  /// @param formulas what it does
  /// @param article an article, by its number
  /// @param chapters the first chapters
  private record Tongue(
      List<String> before,
      String body,
      List<String> formulas,
      String article,
      List<String> chapters,
      String reason,
      String provision,
      String closing) {}

  private static final List<Tongue> TONGUES =
      List.of(
          new Tongue(
              List.of("Whereas:", "WHEREAS", "RECITALS", "Recitals"),
              "THE JOINT COMMITTEE",
              List.of(
                  "HAS ADOPTED THIS DECISION:",
                  "HAVE AGREED AS FOLLOWS:",
                  "HAVE AGREED AS FOLLOWS",
                  "have agreed on the following:",
                  "NOW, THEREFORE, the Parties agree as follows:"),
              "Article %d",
              List.of("CHAPTER I", "CHAPTER II"),
              "Trade across the Tarn has fallen by %d per cent",
              "The authority answers within %d days",
              "Done at Tarn, 12 November 2026."),
          new Tongue(
              List.of("Considérant ce qui suit :", "considérant ce qui suit :", "CONSIDÉRANT"),
              "LE COMITÉ MIXTE",
              List.of(
                  "A ADOPTÉ LA PRÉSENTE DÉCISION :",
                  "Sont convenus de ce qui suit :",
                  "SONT CONVENUS DE CE QUI SUIT",
                  "a arrêté les dispositions suivantes :"),
              "Article %der",
              List.of("Chapitre Ier", "Chapitre II"),
              "Le commerce a baissé de %d pour cent",
              "L'autorité répond dans un délai de %d jours",
              "Fait à Tamari, le 20 mai 2027."),
          new Tongue(
              List.of("Considerando:", "CONSIDERANDO QUE:", "Considerando lo siguiente:"),
              "EL COMITÉ MIXTO",
              List.of(
                  "HA ADOPTADO LA PRESENTE DECISIÓN:",
                  "Han convenido lo siguiente:",
                  "ACUERDAN LO SIGUIENTE"),
              "Artículo %d",
              List.of("Capítulo I", "Capítulo II"),
              "El comercio ha caído un %d por ciento",
              "La autoridad responde en %d días",
              "Hecho en Tamari, el 20 de mayo de 2027."),
          new Tongue(
              List.of("in Erwägung nachstehender Gründe:"),
              "DER GEMISCHTE AUSSCHUSS",
              List.of("HAT FOLGENDEN BESCHLUSS ERLASSEN:", "sind wie folgt übereingekommen:"),
              "Artikel %d",
              List.of("Kapitel I", "Kapitel II"),
              "Der Handel ist um %d Prozent gesunken",
              "Die Behörde antwortet binnen %d Tagen",
              "Geschehen zu Tarn am 12. November 2026."),
          new Tongue(
              List.of("принимая во внимание, что:", "Учитывая следующее:"),
              "СМЕШАННЫЙ КОМИТЕТ",
              List.of("договорились о нижеследующем:", "ПОСТАНОВЛЯЕТ:"),
              "Статья %d",
              List.of("Глава I", "Глава II"),
              "Торговля сократилась на %d процентов",
              "Орган отвечает в течение %d дней",
              "Совершено в Тарне 12 ноября 2026 года."));

  @Test
  void everyProvisionStandsWhereItWasPut() {
    for (long seed = 0; seed < TEXTS; seed++) {
      Draft draft = new Draft(seed);
      draft.write();
      String whole = String.join(draft.random.nextBoolean() ? "\n\n" : "\n", draft.lines);
      assertEquals(
          String.join("\n", draft.expected), outline(whole), () -> "text:\n" + whole + "\n");
    }
  }

  private static String outline(String text) {
    List<String> found = new ArrayList<>();
    ProvisionReader.read(text).provisions().forEach(each -> outline(each, "", found));
    return String.join("\n", found);
  }

  private static void outline(TextProvision each, String indent, List<String> found) {
    String printed = each.number() == null ? "" : each.number().printed();
    boolean isItem = each.number() != null && each.number().unit() == Unit.ITEM;
    String heading = isItem || each.heading().isEmpty() ? "" : "{" + each.heading() + "}";
    boolean isBare = heading.isEmpty() || printed.matches("\\d+");
    int own = isItem && !each.paragraphs().isEmpty() && each.heading().isEmpty() ? 1 : 0;
    String words =
        own > 0 ? " " + each.paragraphs().getFirst() : isItem ? " " + each.heading() : "";
    found.add(
        indent + (isBare && !heading.isEmpty() ? heading : printed.strip() + words + heading));
    IntStream.range(own, each.paragraphs().size())
        .forEach(at -> found.add(indent + "  | " + each.paragraphs().get(at)));
    each.parts().forEach(part -> outline(part, indent + "  ", found));
  }

  /// A generated text, with the outline that it has.
  private static final class Draft {

    private final SplittableRandom random;
    private final Tongue tongue;
    private final List<String> lines = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();
    private int counted;

    Draft(long seed) {
      random = new SplittableRandom(seed);
      tongue = pick(TONGUES);
    }

    private void write() {
      lines.add(tongue.body + ",");
      boolean hasArticles = random.nextBoolean();
      reasons();
      formula();
      if (hasArticles) {
        articles();
      } else {
        clauses("");
      }
      lines.add(tongue.closing);
    }

    private void reasons() {
      String before = pick(tongue.before);
      lines.add(before);
      expected.add("{" + before + "}");
      String mark = pick(List.of("(#)", "(@)", "@.", "@)"));
      int reasons = random.nextInt(2, 5);
      for (int i = 1; i <= reasons; i++) {
        String end = i < reasons ? ";" : pick(List.of(",", ";", "."));
        add("  ", mark, i, sentence(tongue.reason) + end);
      }
    }

    private void formula() {
      String formula = pick(tongue.formulas);
      if (random.nextInt(3) == 0 && !formula.startsWith("NOW")) {
        lines.add(tongue.body);
        lines.add(formula);
        expected.add("{" + tongue.body + " " + formula + "}");
      } else {
        lines.add(formula);
        expected.add("{" + formula + "}");
      }
    }

    private void articles() {
      boolean hasChapters = random.nextBoolean();
      String indent = hasChapters ? "  " : "";
      int article = 1;
      for (String chapter : hasChapters ? tongue.chapters : List.of("")) {
        if (hasChapters) {
          lines.add(chapter);
          expected.add(chapter);
        }
        for (int i = 0; i < 2; i++) {
          String head = String.format(Locale.ROOT, tongue.article, article);
          head = article == 1 ? head : head.replaceAll("er$", "");
          article++;
          lines.add(head);
          expected.add(indent + head.replaceAll("er$", ""));
          if (random.nextBoolean()) {
            clauses(indent + "  ");
          } else {
            String words = sentence(tongue.provision) + ".";
            lines.add(words);
            expected.add(indent + "  | " + words);
          }
        }
      }
    }

    private void clauses(String indent) {
      int clauses = random.nextInt(2, 5);
      for (int i = 1; i <= clauses; i++) {
        String words = sentence(tongue.provision);
        boolean hasList = random.nextInt(3) == 0;
        add(indent, "#.", i, words + (hasList ? ":" : "."));
        if (hasList) {
          String mark = pick(List.of("(a)", "a)", "#°", "(i)"));
          for (int item = 1; item <= 2; item++) {
            add(
                indent + "  ",
                mark,
                item,
                lower(sentence(tongue.provision)) + (item < 2 ? ";" : "."));
          }
        }
        if (!hasList && random.nextInt(4) == 0) {
          table(indent);
        }
      }
    }

    /// Rows of a table, which are no sentences and are never joined.
    private void table(String indent) {
      for (String row :
          List.of("No.\tWeapon\tDistance (km)", "1\tmortar\t15", "2.\tArtillery\t25", "MLRS\t70")) {
        lines.add(row);
        expected.add(indent + "  | " + row);
      }
    }

    private void add(String indent, String mark, int number, String words) {
      String label =
          mark.replace("#", Integer.toString(number))
              .replace("@", Character.toString('A' + number - 1))
              .replace("a", Character.toString('a' + number - 1))
              .replace("i", "i".repeat(number));
      lines.add(label + " " + words);
      expected.add(indent + label + " " + words);
    }

    private String sentence(String words) {
      return String.format(Locale.ROOT, words, ++counted);
    }

    private static String lower(String words) {
      return words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private <T> T pick(List<T> all) {
      return all.get(random.nextInt(all.size()));
    }
  }
}
