package org.parley.clause;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Sentences of agreements in French, read clause by clause.
class FrenchClausesTest {

  private static List<NormClause> clauses(String words) {
    return ClauseReader.read(Edits.read("Article 1\n" + words + "\n", "fr"), Edits::party);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "Arda doit ouvrir la route. | DUTY | Arda",
        "Arda et Bel doivent ouvrir la route. | DUTY | Arda et Bel",
        "Arda est tenue d’ouvrir la route. | DUTY | Arda",
        "Arda s’engage à ouvrir la route. | DUTY | Arda",
        "Arda veille à ce que la route soit ouverte. | DUTY | Arda",
        "Arda devra ouvrir la route. | DUTY | Arda",
        "Conformément à ses lois, Arda doit ouvrir la route. | DUTY | Arda",
        "La route doit être ouverte par Arda. | DUTY | Arda",
        "Il incombe à Arda d’ouvrir la route. | DUTY | Arda",
        "Arda ne doit pas ouvrir la route. | PROHIBITION | Arda",
        "Arda ne peut ouvrir la route. | PROHIBITION | Arda",
        "Arda s’abstient d’ouvrir la route. | PROHIBITION | Arda",
        "Arda s’engage à ne pas ouvrir la route. | PROHIBITION | Arda",
        "Arda s’engage à s’abstenir d’ouvrir la route. | PROHIBITION | Arda",
        "Arda n’est pas autorisée à ouvrir la route. | PROHIBITION | Arda",
        "Il est interdit à Arda d’ouvrir la route. | PROHIBITION | Arda",
        "Aucune partie n’est autorisée à ouvrir la route. | PROHIBITION | Aucune partie",
        "Arda devrait ouvrir la route. | SOFT_DUTY | Arda",
        "Arda s’efforce d’ouvrir la route. | SOFT_DUTY | Arda",
        "Arda doit ouvrir la route autant que possible. | SOFT_DUTY | Arda",
        "Arda ne devrait pas ouvrir la route. | SOFT_PROHIBITION | Arda",
        "Arda peut ouvrir la route. | DISCRETION | Arda",
        "Arda a le droit d’ouvrir la route. | DISCRETION | Arda",
        "Arda doit ouvrir la route à sa seule discrétion. | DISCRETION | Arda",
        "Arda n’est pas tenue d’ouvrir la route. | STATEMENT | ``",
        "Arda et Bel conviennent d’ouvrir la route. | DUTY | Arda et Bel",
        "Arda et Bel conviennent de ne pas ouvrir la route. | PROHIBITION | Arda et Bel",
        "Nul ne peut être détenu sans jugement. | PROHIBITION | Nul",
        "Il ne peut être dérogé à cet article. | PROHIBITION | ``",
        "Les parties, sous réserve de l’article 2, doivent payer. | DUTY | Les parties",
        "Les parties conviennent de ce qui suit. | STATEMENT | ``",
        "Arda ouvre la route. | DUTY | Arda",
        "Les forces se retirent du Nord. | DUTY | Les forces",
        "Les forces du Nord quitteront Dol. | DUTY | Les forces du Nord",
        "Sous réserve de l’article 2, le Comité se réunit à Dol. | DUTY | le Comité",
        "Les prisonniers sont libérés par Arda. | DUTY | Arda",
        "Il est créé un comité. | DUTY | ``",
        "Arda ne publie pas la liste. | PROHIBITION | Arda",
        "Aucune force n’entrera au Nord. | STATEMENT | ``",
        "Les forces qui se retirent du Nord sont à Dol. | STATEMENT | ``",
        "Le présent accord sera publié. | STATEMENT | ``",
        "La trêve entrera en vigueur le 1er mars. | STATEMENT | ``",
        "La trêve prend effet à midi. | STATEMENT | ``",
        "Le contrôle de la route et la ferme de Dol sont au Nord. | STATEMENT | ``",
        "La route est peut-être ouverte. | STATEMENT | ``",
        "Arda se réunit avec Bel afin de veiller à la paix. | DUTY | Arda",
        "« Route » doit s’entendre de toute voie. | STATEMENT | ``"
      })
  void forceAndSubjectAreRead(String words, Deontic force, String who) {
    NormClause only = clauses(words).getFirst();
    assertEquals(force, only.force());
    assertEquals(who, only.who());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "dans un délai de trente (30) jours à compter de la signature | DEADLINE 2592000-2592000 signature",
        "dans un délai d’un mois | DEADLINE 2419200-2678400",
        "dans un délai n’excédant pas 5 jours | DEADLINE 432000-432000",
        "sous 48 heures | DEADLINE 172800-172800",
        "dans les soixante-douze heures qui suivent | DEADLINE 259200-259200",
        "au plus tard 2 mois après l’entrée en vigueur du présent accord | DEADLINE 4838400-5356800 entrée en vigueur du présent accord",
        "dans les 5 jours ouvrables | DEADLINE 432000-777600",
        "au plus tard le 1er juin 2026 | DEADLINE 20605-20605",
        "d’ici au 1er juin 2026 | DEADLINE 20605-20605",
        "à compter du 1er juin 2026 | START 20605-20605",
        "jusqu’au 1er juin 2026 | TERM 20605-20605",
        "pendant une période de deux semaines | TERM 1209600-1209600",
        "toutes les quarante-huit heures | FREQUENCY 172800-172800",
        "immédiatement | IMMEDIATE 0-0",
        "sans délai | IMMEDIATE 0-0",
        "dès que possible | VAGUE 0-0 dès que possible",
        "au jour 5 du cessez-le-feu | DAY 432000-432000 cessez le feu"
      })
  void timesAreRead(String words, String expected) {
    String read =
        clauses("Arda doit ouvrir la route " + words + ".").getFirst().clocks().stream()
            .map(
                each ->
                    (each.kind() + " " + each.least() + "-" + each.most() + " " + each.from())
                        .strip())
            .collect(Collectors.joining(", "));
    assertEquals(expected, read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sous réserve de l'article 2",
        "à condition que Bel le demande",
        "si Bel le demande",
        "s'il en reçoit la demande",
        "sauf si Bel s'y oppose",
        "à moins que Bel ne s'y oppose",
        "dès que Bel le demande",
        "lorsqu'elle en reçoit la demande",
        "en cas de siège"
      })
  void conditionsAreRead(String words) {
    assertEquals(
        List.of(words),
        clauses("Arda doit ouvrir la route " + words + ".").getFirst().conditions());
  }

  @Test
  void aSentenceHasAClauseForEachNorm() {
    assertEquals(
        List.of("Arda DUTY", "Bel DISCRETION", "Bel DUTY"),
        clauses("Arda doit ouvrir la route, et Bel peut l’utiliser mais doit payer.").stream()
            .map(each -> each.who() + " " + each.force())
            .toList());
  }

  @Test
  void anItemTakesForceAndSubjectFromItsStem() {
    List<NormClause> read =
        clauses("Les parties s’engagent à :\na) ouvrir la route ;\nb) verser 1 500 euros.");
    assertEquals(
        List.of("Les parties DUTY", "Les parties DUTY", "Les parties DUTY"),
        read.stream().map(each -> each.who() + " " + each.force()).toList());
    assertEquals("1500 euro", figure(read.getLast()));
  }

  private static String figure(NormClause clause) {
    Figure figure = clause.figures().getFirst();
    return figure.value() + " " + figure.unit();
  }

  @Test
  void abbreviationsEndNoSentence() {
    assertEquals(
        2, clauses("Arda doit suivre l’art. 3 et le plan n° 2 de M. Dol. Bel doit payer.").size());
  }

  @ParameterizedTest
  @CsvSource({
    "quatre-vingt-dix, 90",
    "quatre-vingts, 80",
    "soixante et onze, 71",
    "soixante-douze, 72",
    "deux cent trente et un, 231",
    "mille cinq cents, 1500",
    "trois mille, 3000"
  })
  void numbersInWordsAreRead(String words, String value) {
    assertEquals(
        value + " jour",
        figure(clauses("Arda doit verser le prix de " + words + " jours de travail.").getFirst()));
  }

  @Test
  void theFirstArticleIsFoundByAllItsNames() {
    String text =
        "Article premier\nArda paie.\nArticle 2\nVoir l’article premier, l’article 1er, l’article 1 et l’article 3.\n";
    assertEquals(
        List.of("article 3"),
        TextChecks.of(Edits.read(text, "fr"), List.of(), Edits::party).dangling().stream()
            .map(Reference::words)
            .toList());
  }

  @Test
  void referencesLeadToTheirElements() {
    String text =
        """
        Article premier
        1. Arda paie.
        2. Bel paie.
        Article 2
        1. Voir le paragraphe 2 de l’article premier et l’article 1, paragraphe 3.
        2. Voir les articles 1 à 4, l’annexe I du présent accord, et l’article 9 de la Charte.
        3. Voir le paragraphe 1 ci-dessus et l’annexe II ci-après.
        Annexe I
        La carte.
        """;
    assertEquals(
        List.of("paragraphe 3", "4", "annexe II"),
        TextChecks.of(Edits.read(text, "fr"), List.of(), Edits::party).dangling().stream()
            .map(Reference::words)
            .toList());
  }

  @Test
  void paragraphsWithoutANumberAreCounted() {
    String text =
        """
        Article 1
        Arda paie.

        Bel paie.
        Article 2
        Voir l’alinéa 2 de l’article 1 et l’alinéa 3 de l’article 1.

        Voir le premier alinéa et le troisième alinéa de l’article 1.
        """;
    assertEquals(
        List.of("alinéa 3 de l'article 1", "troisième alinéa de l'article 1"),
        TextChecks.of(Edits.read(text, "fr"), List.of(), Edits::party).dangling().stream()
            .map(Reference::words)
            .toList());
  }

  @Test
  void definitionsAreRead() {
    String text =
        "Article 1\nLa Commission de suivi (ci-après dénommée « la Commission ») siège à Dol. "
            + "Aux fins du présent accord, « Zone » désigne la vallée et on entend par « Ligne » la rivière.\n";
    assertEquals(
        List.of("Commission", "Zone", "Ligne"),
        List.copyOf(TermReader.of(Edits.read(text, "fr"), Edits::party).defined().keySet()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "et doit ",
        "si, ",
        "par la ",
        "dans les 5 jours de la ",
        "« A » désigne ",
        "deux cent ",
        "article 1, ",
        "articles 1 et 1 ",
        "être par Aa ",
        "(ci-après « A », ",
        "est et ",
        "la Aa ",
        "n’est pas ",
        "sous réserve de "
      })
  void longSentencesAreReadInTime(String words) {
    String text = "Article 1\nArda doit payer. " + words.repeat(5_800 / words.length()) + "\n";
    assertEquals(List.of(), Edits.of(text, text, "fr"));
    String longer = "Article 1\nArda doit payer. " + words.repeat(200_000 / words.length()) + "\n";
    assertEquals(List.of(), Edits.of(longer, longer, "fr"));
  }
}
