package org.parley.reading.french;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.reading.Article;
import org.parley.reading.Proposal;

/// Shares, meetings and documents in every frame of French sentences.
@NullMarked
class FrenchFramesLawTest {

  private static final LocalDate DAY = LocalDate.of(2031, 5, 14);

  /// A speaker, and words of the name that is found.
  private record Who(String words, String name) {}

  /// A share, by itself and as told.
  private record What(String share, String present, String past) {}

  private static final List<Who> SPEAKERS =
      List.of(
          new Who("Ines Calder", "Ines Calder"),
          new Who("la ministre Ines Calder", "Ines Calder"),
          new Who("le ministre de la pêche", "ministre de la pêche"),
          new Who("le médiateur Karl Oye", "Karl Oye"),
          new Who("M. Calder", "Calder"),
          new Who("la présidente", "présidente"),
          new Who("un diplomate norvégien", "diplomate norvégien"),
          new Who("le porte-parole du gouvernement", "porte-parole du gouvernement"));

  private static final List<What> SHARES =
      List.of(
          new What("90 %", "90 % de l'accord sont réglés", "90 % de l'accord étaient réglés"),
          new What("80 %", "le traité est prêt à 80 %", "le traité était prêt à 80 %"),
          new What("17 of 20", "17 des 20 points sont clos", "17 des 20 points étaient clos"),
          new What(
              "2 of 3",
              "les deux tiers du texte sont acquis",
              "les deux tiers du texte étaient acquis"));

  private static final List<String> FRAMES =
      List.of(
          "%S a déclaré que %b.",
          "%S a affirmé lundi que %b.",
          "%S assure que %p.",
          "« %P », a déclaré %s.",
          "« %P », a indiqué mardi %s à Oslo.",
          "%P, a déclaré %s.",
          "Selon %s, %p.",
          "D'après %s, %p.",
          "%S a annoncé à la presse que %b.",
          "Lundi, %s a dit que %b.");

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static <T extends Proposal> List<T> found(Class<T> kind, String text) {
    return new FrenchReader()
        .propose(Article.of(text, DAY).withLanguage("fr")).stream()
            .filter(kind::isInstance)
            .map(kind::cast)
            .toList();
  }

  @Test
  void everyShareInEveryFrame() {
    List<String> wrong = new ArrayList<>();
    for (String frame : FRAMES) {
      for (Who who : SPEAKERS) {
        for (What what : SHARES) {
          String text =
              frame
                  .replace("%S", capital(who.words()))
                  .replace("%s", who.words())
                  .replace("%P", capital(what.present()))
                  .replace("%p", what.present())
                  .replace("%b", what.past());
          List<Proposal.OfClaim> claims = found(Proposal.OfClaim.class, text);
          boolean isRight =
              claims.size() == 1
                  && what.share().equals(String.valueOf(claims.getFirst().share()))
                  && claims.getFirst().speaker().name().contains(who.name());
          if (!isRight) {
            wrong.add(text + " " + claims);
          }
        }
      }
    }
    assertTrue(wrong.isEmpty(), wrong.size() + "\n" + String.join("\n", wrong));
  }

  /// Who meets, how, where and when, in the past and ahead.
  @Test
  void everyMeetingInEveryFrame() {
    List<String> wrong = new ArrayList<>();
    for (String who : List.of("Les délégations", "Ann Berg et Karl Oye", "Les deux parties")) {
      for (String place : List.of("à Oslo", "au Caire", "en Suisse", "à La Haye", "à Genève")) {
        for (String how :
            List.of(
                "se sont rencontrées hier %s",
                "se sont réunies %s le 13 mai",
                "se rencontreront %s demain",
                "doivent se réunir demain %s")) {
          String text =
              who + " " + how.formatted(place).replace("ées", "és").replace("ies ", "is ") + ".";
          boolean isAhead = how.contains("demain");
          List<Proposal.OfMeeting> meetings = found(Proposal.OfMeeting.class, text);
          boolean isRight =
              meetings.size() == 1
                  && meetings.getFirst().isPlanned() == isAhead
                  && String.valueOf(meetings.getFirst().when())
                      .equals(isAhead ? "2031-05-15" : "2031-05-13")
                  && String.valueOf(meetings.getFirst().place())
                      .endsWith(place.substring(place.lastIndexOf(' ') + 1));
          if (!isRight) {
            wrong.add(text + " " + meetings);
          }
        }
      }
    }
    assertTrue(wrong.isEmpty(), wrong.size() + "\n" + String.join("\n", wrong));
  }

  @Test
  void everyDocumentInEveryState() {
    List<String> wrong = new ArrayList<>();
    for (String paper :
        List.of(
            "Le traité", "Le protocole d'accord", "L'accord de cessez-le-feu", "Le plan de paix")) {
      for (String[] state :
          new String[][] {
            {"a été signé hier", "SIGNED"},
            {"a été signé à Oslo", "SIGNED"},
            {"n'a pas été signé", "NOT_SIGNED"},
            {"a été publié hier", "PUBLISHED"},
            {"a été rendu public", "PUBLISHED"},
          }) {
        List<Proposal.OfInstrument> papers =
            found(Proposal.OfInstrument.class, paper + " " + state[0] + ".");
        if (papers.size() != 1 || !papers.getFirst().state().name().equals(state[1])) {
          wrong.add(paper + " " + state[0] + " " + papers);
        }
      }
    }
    assertEquals(List.of(), wrong);
  }
}
