package org.parley.reading.rules.claim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.reading.Proposal;
import org.parley.reading.ReadClaims;
import org.parley.reading.SaidStance;
import org.parley.reading.rules.RuleReader;

/// Everybody says everything in every frame: the claim has the speaker, the stance and the subject.
/// One sentence in fifty may fail.
@NullMarked
class SayingFramesLawTest {

  private static final int CASES = 300;
  private static final int FAILING = CASES / 50;

  /// A speaker, and words of the name that is found.
  private record Who(String words, String name) {}

  /// What is said, by itself and after "said".
  private record What(SaidStance stance, String present, String past) {}

  private static final List<Who> SPEAKERS =
      List.of(
          new Who("Ann Berg", "Ann Berg"),
          new Who("Foreign Minister Ann Berg", "Ann Berg"),
          new Who("Norway's foreign minister", "foreign minister"),
          new Who("the Kremlin", "Kremlin"),
          new Who("Hamas", "Hamas"),
          new Who("a senior Chilean official", "official"),
          new Who("Karl Oye, the mediator,", "Karl Oye"),
          new Who("Prime Minister Karl Oye of Norway", "Karl Oye"),
          new Who("the European Commission", "Commission"),
          new Who("rebel leader Tom Hale", "Tom Hale"),
          new Who("the Foreign Ministry", "Foreign Ministry"),
          new Who("a spokesman for the army", "spokesman"),
          new Who("South Sudan's government", "government"),
          new Who("the union", "union"));

  private static final List<String> SUBJECTS =
      List.of(
          "the border treaty",
          "the annex on fishing",
          "the prisoner exchange",
          "the question of Jerusalem",
          "the status of the port",
          "chapter five",
          "the withdrawal of troops");

  private static final List<What> STANCES =
      List.of(
          new What(SaidStance.AGREED, "is agreed", "was agreed"),
          new What(SaidStance.AGREED, "has been settled", "had been settled"),
          new What(SaidStance.OPEN, "is still open", "was still open"),
          new What(SaidStance.OPEN, "remains unresolved", "remained unresolved"),
          new What(SaidStance.REJECTED, "is unacceptable", "was unacceptable"),
          new What(SaidStance.REJECTED, "is out of the question", "was out of the question"),
          new What(SaidStance.MOSTLY_AGREED, "is almost agreed", "was almost agreed"),
          new What(SaidStance.SHARE, "is 90 percent complete", "was 90 percent complete"),
          new What(SaidStance.FINAL_SOON, "will be final in days", "would be final in days"));

  /// `S` speaks of `X`, as told (`b`) or in their own words (`p`); a capital begins a sentence.
  private static final List<String> FRAMES =
      List.of(
          "%S said that %x %b.",
          "%S said %x %b.",
          "%X %b, %s said.",
          "%X %b, said %s.",
          "According to %s, %x %p.",
          "\"%X %p,\" %s said.",
          "\"%X %p,\" said %s.",
          "On Monday, %s said %x %b.",
          "%S told reporters on Monday that %x %b.",
          "%S made clear that %x %b.",
          "Asked about it, %s said %x %b.",
          "%S, who spoke in Oslo, said %x %b.",
          "%S confirmed on Tuesday that %x %b.",
          "%S insisted that %x %b.",
          "%S added that %x %b.",
          "%S wrote online that %x %b.",
          "%S: \"%X %p.\"",
          "%S acknowledged %x %b.");

  private final RuleReader reader = new RuleReader();

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }

  private static String text(String frame, Who who, String subject, What what) {
    return frame
        .replace("%S", capital(who.words()))
        .replace("%s", who.words())
        .replace("%X", capital(subject))
        .replace("%x", subject)
        .replace("%b", what.past())
        .replace("%p", what.present())
        .replace(",.", ".")
        .replace(",,", ",")
        .replace(",:", ":");
  }

  private List<Proposal.OfClaim> claims(String text) {
    return ReadClaims.of(reader, text);
  }

  private static boolean isRight(List<Proposal.OfClaim> found, Who who, String subject, What what) {
    return found.size() == 1
        && found.getFirst().stance() == what.stance()
        && found.getFirst().speaker().name().contains(who.name())
        && found.getFirst().subject().equalsIgnoreCase(subject);
  }

  @Test
  void everybodySaysEverythingInEveryFrame() {
    Random random = new Random(5);
    List<String> wrong = new ArrayList<>();
    for (int n = 0; n < CASES; n++) {
      Who who = SPEAKERS.get(random.nextInt(SPEAKERS.size()));
      String subject = SUBJECTS.get(random.nextInt(SUBJECTS.size()));
      What what = STANCES.get(random.nextInt(STANCES.size()));
      String text = text(FRAMES.get(n % FRAMES.size()), who, subject, what);
      List<Proposal.OfClaim> found = claims(text);
      if (!isRight(found, who, subject, what)) {
        wrong.add(text + " " + found);
      }
    }
    assertTrue(wrong.size() <= FAILING, String.join("\n", wrong));
  }

  /// Frames with their speakers.
  private static final String WITH_SPEAKERS =
      """
      Two people briefed on the talks said %x %b.|Two people
      Three officials with knowledge of the matter said %x %b.|Three officials
      A person familiar with the negotiations said %x %b.|A person
      A diplomat who asked not to be named said %x %b.|A diplomat
      A Western diplomat, speaking on condition of anonymity, said %x %b.|diplomat
      %X %b, a source close to the delegation told the agency.|a source
      Ann Berg was quoted as saying that %x %b.|Ann Berg
      Ann Berg, quoted by the Courier, said %x %b.|Ann Berg
      In an interview with the Courier, Ann Berg said %x %b.|Ann Berg
      In remarks carried by state television, Ann Berg said %x %b.|Ann Berg
      A statement from the ministry said %x %b.|ministry
      A note issued by the union said %x %b.|union
      The ministry said in a statement that %x %b.|ministry
      President Hale's office said %x %b.|office
      Hale's spokesman, Jo Roe, said %x %b.|Jo Roe
      Jo Roe, who leads the Norwegian delegation, said %x %b.|Jo Roe
      Jo Roe of the Norwegian delegation said %x %b.|Jo Roe
      Jo Roe (Norway) said %x %b.|Jo Roe
      "%X %p," Jo Roe, a member of the delegation, told the Courier.|Jo Roe
      "%X %p," reads a statement by the ministry.|ministry
      Asked whether %x %b, Jo Roe said: "It %p."|Jo Roe
      The Kremlin's spokesman Jo Roe told reporters %x %b.|Jo Roe
      The deputy head of the Norwegian delegation said %x %b.|deputy head
      An aide to President Hale said %x %b.|aide
      Jo Roe believes %x %p.|Jo Roe
      A letter from Jo Roe said %x %b.|Jo Roe
      Jo Roe's letter said %x %b.|Jo Roe
      Jo Roe let it be known that %x %b.|Jo Roe
      Briefing the Security Council, Jo Roe said %x %b.|Jo Roe
      """;

  @Test
  void everyKindOfSpeakerIsFound() {
    List<String> wrong = new ArrayList<>();
    int n = 0;
    for (String line : WITH_SPEAKERS.lines().toList()) {
      String[] parts = line.split("\\|");
      for (What what : STANCES.subList(0, STANCES.size() - 2)) {
        String subject = SUBJECTS.get(n++ % 5);
        Who who = new Who(parts[1], parts[1]);
        String text = text(parts[0], who, subject, what);
        List<Proposal.OfClaim> found = claims(text);
        if (!isRight(found, who, subject, what)) {
          wrong.add(text + " " + found);
        }
      }
    }
    assertTrue(wrong.size() <= n / 50, wrong.size() + " of " + n + "\n" + String.join("\n", wrong));
  }

  /// Words of reporters for what the state of a thing is, with the stance they carry.
  private static final String STATES =
      """
      Jo Roe said %x would never be signed.|REJECTED
      Jo Roe said Norway was on board with %x.|AGREED
      Jo Roe said agreement had been reached on %x.|AGREED
      Jo Roe said the parties were close to a deal on %x.|FINAL_SOON
      Jo Roe said the parties agreed to continue discussions on %x.|OPEN
      Jo Roe said more time was needed on %x.|OPEN
      On %x, Jo Roe said the two sides still held different positions.|OPEN
      "I don't think %x is agreed," said Jo Roe.|OPEN
      "I would not say %x is agreed," said Jo Roe.|OPEN
      "We do not believe %x is settled," said Jo Roe.|OPEN
      Jo Roe disputed that %x had been agreed.|DENIED_REPORT
      Jo Roe said %x, the most contentious issue, was agreed.|AGREED
      Jo Roe said %x, the most difficult chapter, had been settled.|AGREED
      """;

  @Test
  void everyWordOfReportersHasItsStance() {
    List<String> wrong = new ArrayList<>();
    int n = 0;
    for (String line : STATES.lines().toList()) {
      String[] parts = line.split("\\|");
      for (String subject : SUBJECTS.subList(0, 5)) {
        n++;
        Who who = new Who("Jo Roe", "Jo Roe");
        What what = new What(SaidStance.valueOf(parts[1]), "", "");
        List<Proposal.OfClaim> found = claims(text(parts[0], who, subject, what));
        boolean isRight =
            found.size() == 1
                && found.getFirst().stance() == what.stance()
                && found.getFirst().speaker().name().contains("Jo Roe");
        if (!isRight) {
          wrong.add(parts[0] + " " + subject + " " + found);
        }
      }
    }
    assertTrue(wrong.size() <= n / 20, wrong.size() + " of " + n + "\n" + String.join("\n", wrong));
  }

  /// "As was the other": each of the two things has a claim.
  @Test
  void anEchoIsASecondClaim() {
    for (String subject : SUBJECTS.subList(1, 5)) {
      List<Proposal.OfClaim> found =
          claims("The border treaty was agreed, as was " + subject + ", Jo Roe said.");
      assertEquals(
          List.of("The border treaty", subject),
          found.stream().map(Proposal.OfClaim::subject).toList());
    }
  }

  /// A garden path: the object of the first verb is the subject of the second.
  @Test
  void anObjectThatIsASubject() {
    Proposal.OfClaim claim =
        claims("Norway's foreign minister acknowledged the question of Jerusalem was agreed.")
            .getFirst();
    assertEquals(SaidStance.AGREED, claim.stance());
    assertEquals("the question of Jerusalem", claim.subject());
  }

  /// A thing before a colon does not speak.
  @Test
  void aThingBeforeAColonDoesNotSpeak() {
    assertTrue(
        claims("The map: \"The border is agreed.\"").stream()
            .noneMatch(each -> each.speaker().name().contains("map")));
  }
}
