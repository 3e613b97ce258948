package org.parley.reading.french;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.parley.model.act.ActKind;
import org.parley.reading.Article;
import org.parley.reading.ArticleReading;
import org.parley.reading.Attribution;
import org.parley.reading.Proposal;
import org.parley.reading.ReaderUnavailableException;
import org.parley.reading.SaidStance;
import org.parley.reading.rules.RuleReader;

/// Single French sentences: shares and who says them, meetings, documents.
@NullMarked
class FrenchReaderTest {

  /// A Wednesday.
  private static final LocalDate DAY = LocalDate.of(2031, 5, 14);

  private static List<Proposal> read(String text) {
    Article article = Article.of(text, DAY).withLanguage("fr");
    try {
      return ArticleReading.of(article, new RuleReader()).proposals();
    } catch (ReaderUnavailableException e) {
      throw new AssertionError(e);
    }
  }

  private static <T extends Proposal> T only(Class<T> kind, String text) {
    List<T> found = read(text).stream().filter(kind::isInstance).map(kind::cast).toList();
    assertEquals(1, found.size(), text + ": " + found);
    return found.getFirst();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ines Calder a déclaré que 90 % de l'accord étaient réglés. | 90 % | Ines Calder | accord
          « Le traité est prêt à 95,5 % », a déclaré M. Calder. | 95.5 % | Calder | Le traité
          Selon Karl Oye, 17 des 20 points du plan sont clos. | 17 of 20 | Karl Oye | points du plan
          Dix-sept points sur vingt sont clos, affirme Karl Oye. | 17 of 20 | Karl Oye | points
          D'après le ministre Tom Hale, les deux tiers du texte sont acquis. | 2 of 3 | Tom Hale | texte
          Le ministre de la pêche, Tom Hale, a dit hier que le texte était prêt à 80 pour cent. | 80 % | Tom Hale | le texte
          Le ministre valmarien de la pêche a dit que quatre-vingts pour cent du texte étaient prêts. | 80 % | Le ministre valmarien de la pêche | texte
          « La moitié du protocole de paix est réglée », se réjouit la médiatrice Ann Berg. | 1 of 2 | Ann Berg | protocole de paix
          Le protocole est achevé à 70 %. | 70 % | newsroom | Le protocole
          """)
  void sharesHaveASpeaker(String text, String share, String speaker, String subject) {
    Proposal.OfClaim claim = only(Proposal.OfClaim.class, text);
    assertEquals(SaidStance.SHARE, claim.stance());
    assertEquals(
        List.of(share, speaker, subject),
        List.of(String.valueOf(claim.share()), claim.speaker().name(), claim.subject()));
    assertEquals(
        speaker.equals("newsroom") ? Attribution.NEWSROOM : claim.attribution(),
        claim.attribution());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Les prix ont augmenté de 90 % en un an.",
        "Ines Calder a déclaré que 90 % des électeurs avaient voté.",
        "Ines Calder a démenti que l'accord soit prêt à 90 %.",
        "L'accord n'est pas prêt à 90 %, a déclaré Ines Calder.",
        "Il reste 10 % de l'accord à négocier, a déclaré Ines Calder.",
        "90 % de l'accord est inacceptable, a déclaré Ines Calder.",
        "L'accord devrait être prêt à 90 % en mai, a déclaré Ines Calder.",
        "« L'accord est prêt à 90 % », lit-on sur les murs.",
        "140 % de l'accord sont prêts, a déclaré Ines Calder.",
        "21 des 20 points sont réglés, a déclaré Ines Calder.",
      })
  void whatIsNoShareOfADocumentIsNotProposed(String text) {
    assertEquals(
        List.of(), read(text).stream().filter(Proposal.OfClaim.class::isInstance).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le traité de Genève a indiqué que 90 % du plan étaient réglés.",
        "La réunion d'Oslo a confirmé que 90 % du plan étaient réglés.",
        "L'accord a déclaré que 90 % du plan étaient réglés.",
      })
  void nothingSpeaksThatCannot(String text) {
    for (Proposal each : read(text)) {
      if (each instanceof Proposal.OfClaim claim) {
        assertEquals(Attribution.NEWSROOM, claim.attribution(), claim.toString());
      }
    }
  }

  @Test
  void theNextSpeakerDoesNotSayIt() {
    Proposal.OfClaim claim =
        only(
            Proposal.OfClaim.class,
            "Le ministre a déclaré que l'accord était prêt à 90 %, mais Karl Oye a dit que la moitié du"
                + " texte restait ouverte.");
    assertEquals("Le ministre", claim.speaker().name());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "« 90 % du plan sont prêts », lit-on dans le journal de Karl Oye.",
        "« 90 % du plan sont prêts », indique le communiqué de Karl Oye.",
      })
  void papersDoNotSpeakForThoseTheyName(String text) {
    assertEquals(List.of(), read(text));
  }

  @Test
  void aPronounIsTheSpeakerBefore() {
    String text =
        "Ann Berg a pris la parole lundi, a indiqué Karl Oye. 90 % du plan sont prêts, a-t-il ajouté.";
    assertEquals("Karl Oye", only(Proposal.OfClaim.class, text).speaker().name());
  }

  @Test
  void aQuotationIsDirectAndTheDayIsThatOfTheVerb() {
    Proposal.OfClaim claim =
        only(Proposal.OfClaim.class, "« L'accord est prêt à 90 % », a déclaré lundi Ann Berg.");
    assertEquals(Attribution.DIRECT_QUOTE, claim.attribution());
    assertEquals("2031-05-12", String.valueOf(claim.said()));
    assertEquals("L'accord est prêt à 90 %", claim.quotation().words());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Ann Berg et Karl Oye se sont rencontrés lundi à Oslo. | Oslo | 2031-05-12 | false
          Les délégations se réuniront au Caire le 28 mai. | Le Caire | 2031-05-28 | true
          Un sommet aura lieu la semaine prochaine en Suisse. | Suisse | 2031-05-19/2031-05-25 | true
          Les pourparlers ont repris hier à La Haye. | La Haye | 2031-05-13 | false
          Les deux parties doivent se retrouver demain à Genève. | Genève | 2031-05-15 | true
          Une réunion s'est tenue à Vienne le 3 mars 2030. | Vienne | 2030-03-03 | false
          """)
  void meetingsHavePlaceAndDay(String text, String place, String when, boolean isPlanned) {
    Proposal.OfMeeting meeting = only(Proposal.OfMeeting.class, text);
    assertEquals(place, meeting.place());
    assertEquals(when, String.valueOf(meeting.when()));
    assertEquals(isPlanned, meeting.isPlanned());
  }

  @Test
  void twoMeetingsOfOneSentenceAreTwo() {
    List<Proposal> found =
        read("Ils se sont réunis lundi à Genève et se retrouveront le 28 mai à Oslo.");
    assertEquals(2, found.size(), found.toString());
    assertEquals("Oslo", ((Proposal.OfMeeting) found.getLast()).place());
  }

  @Test
  void participantsAreNamesAndCountries() {
    Proposal.OfMeeting meeting =
        only(
            Proposal.OfMeeting.class,
            "Les ministres français et ukrainiens et M. Oye se sont réunis hier à Varsovie.");
    assertEquals(List.of("Oye", "France", "Ukraine"), meeting.participants());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Aucune réunion n'est prévue à Oslo lundi.",
        "La réunion prévue lundi à Oslo est annulée.",
        "Ils ne se sont pas rencontrés lundi à Oslo.",
        "Un sommet pourrait avoir lieu à Oslo le 28 mai.",
        "Les négociations sont difficiles.",
      })
  void whatIsOffIsNoMeeting(String text) {
    assertEquals(List.of(), read(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Le protocole d'accord a été signé mardi à Oslo. | SIGNED | 2031-05-13
          Les parties ont signé lundi un mémorandum sur l'eau. | SIGNED | 2031-05-12
          Un cessez-le-feu a été conclu. | TEXT_AGREED | null
          La feuille de route n'a pas été signée. | NOT_SIGNED | null
          Le plan de paix a été publié hier. | PUBLISHED | 2031-05-13
          Le communiqué a été rendu public le 2 mai. | PUBLISHED | 2031-05-02
          """)
  void documentsHaveAState(String text, String state, String when) {
    Proposal.OfInstrument document = only(Proposal.OfInstrument.class, text);
    assertEquals(state, document.state().name());
    assertEquals(when, String.valueOf(document.when()));
  }

  @Test
  void initialledIsAnAct() {
    Proposal.OfInstrument document =
        only(Proposal.OfInstrument.class, "Le traité a été paraphé mardi.");
    assertEquals(ActKind.INITIALLED, document.act());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Le ministre a démenti que l'accord a été signé.",
        "Si l'accord a été signé, nul ne le sait.",
        "L'accord aurait été signé.",
        "L'accord doit être signé mardi.",
        "Le navire a été signé par ses marins.",
      })
  void whatIsNotPlainHasNoState(String text) {
    assertEquals(List.of(), read(text));
  }

  @Test
  void itSaysThatItReadsInPart() throws Exception {
    Article french = Article.of("Le plan a été publié hier.", DAY).withLanguage("fr-CA");
    ArticleReading reading = ArticleReading.of(french, new RuleReader());
    assertTrue(reading.isInPart());
    assertEquals(1, reading.proposals().size());
    assertFalse(ArticleReading.of(Article.of("Fine.", DAY), new RuleReader()).isInPart());
  }

  /// Typographic signs, blank lines and the ends of lines mean nothing.
  @Test
  void typographyChangesNothing() {
    String text =
        "« L'accord est prêt à 90 % », a déclaré la ministre Ann Berg.\n\nIls se réuniront à Oslo demain.\n";
    List<String> plain = gist(text);
    assertEquals(2, plain.size());
    assertEquals(plain, gist(text.replace('\'', '’')));
    assertEquals(plain, gist(text.replace(" %", "\u00A0%").replace("« ", "«\u202F")));
    assertEquals(plain, gist(text.replace("\n", "  \r\n\r\n")));
    assertEquals(plain, gist(text.replace("« ", "“").replace(" »", "”")));
  }

  private static List<String> gist(String text) {
    return read(text).stream()
        .map(each -> each.quotation().words().replace('’', '\'').replace('\u00A0', ' '))
        .toList();
  }
}
