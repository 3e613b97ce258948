package org.parley.bench.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.step.Step;
import org.parley.model.step.StepId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.Option;
import org.parley.model.text.OptionId;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;
import org.parley.model.text.Subject;

/// A generated case with the shape of a long negotiation. It has 12 parties, 200 points in 5
/// instruments, five speakers per party, and two years of claims and acts.
///
/// One claim in fifty corrects an earlier one, and one in a hundred is about an instrument or the
/// whole. Acts sign, adopt and reject points, and carry out 400 steps in part, in full or late.
public final class BoardCorpus {

  static final int PARTIES = 12;
  static final int POINTS = 200;
  private static final int INSTRUMENTS = 5;
  private static final int STEPS = 400;
  private static final Visibility EVERYONE = new Visibility.Public();
  private static final LocalDate START = LocalDate.of(2024, 1, 1);

  private final SplittableRandom random;
  private final List<CaseRecord> records = new ArrayList<>();

  private BoardCorpus(long seed) {
    this.random = new SplittableRandom(seed);
  }

  public static CaseInfo info() {
    return new CaseInfo("Generated", null, parties(PARTIES));
  }

  public static List<CaseRecord> of(int claims, long seed) {
    return of(claims, 0, seed);
  }

  public static List<CaseRecord> of(int claims, int acts, long seed) {
    BoardCorpus corpus = new BoardCorpus(seed);
    parties(PARTIES).forEach(corpus::party);
    IntStream.range(0, INSTRUMENTS).forEach(corpus::instrument);
    IntStream.range(0, POINTS).forEach(corpus::point);
    IntStream.range(0, 1 + claims / 20).forEach(corpus::source);
    for (int claim = 0; claim < claims; claim++) {
      corpus.claim(claim, claims);
    }
    if (acts > 0) {
      IntStream.range(0, STEPS).forEach(corpus::step);
    }
    for (int act = 0; act < acts; act++) {
      corpus.act(act, acts, claims);
    }
    return corpus.records;
  }

  private static List<PartyId> parties(int count) {
    return IntStream.range(0, count).mapToObj(i -> new PartyId("P" + i)).toList();
  }

  private void party(PartyId id) {
    records.add(
        new Party(
            id,
            LocalizedText.of("Party " + id),
            null,
            PartyKind.STATE,
            List.of(),
            null,
            List.of(),
            EVERYONE));
  }

  private void instrument(int index) {
    records.add(
        new Instrument(
            new InstrumentId("i" + index),
            LocalizedText.of("Instrument " + index),
            null,
            InstrumentKind.TREATY,
            null,
            parties(PARTIES),
            null,
            PackageRule.SINGLE_UNDERTAKING,
            List.of(),
            List.of(),
            List.of(),
            EVERYONE));
  }

  private void point(int index) {
    List<Option> options =
        IntStream.range(0, 4)
            .mapToObj(
                i ->
                    new Option(
                        new OptionId("p" + index + "-o" + i),
                        LocalizedText.of("Option " + i),
                        null,
                        List.of(),
                        List.of(),
                        EVERYONE))
            .toList();
    records.add(
        new Point(
            new PointId("p" + index),
            Integer.toString(index + 1),
            LocalizedText.of("Point " + index),
            null,
            new InstrumentId("i" + index % INSTRUMENTS),
            Point.Content.REPORTED,
            List.of(),
            1 + index % 3,
            List.of(),
            options,
            List.of(),
            List.of(),
            List.of(),
            EVERYONE));
  }

  private void source(int index) {
    SourceId relays =
        index > 0 && random.nextInt(5) == 0 ? new SourceId("s" + random.nextInt(index)) : null;
    records.add(
        new Source(
            new SourceId("s" + index),
            "Publisher " + index % 40,
            LocalizedText.of("Report " + index),
            "https://example.org/" + index,
            Edtf.of(START.plusDays(index % 700)),
            "en",
            pick(Reliability.values()),
            relays,
            pick(SourceKind.values()),
            null,
            EVERYONE));
  }

  private <T> T pick(T[] values) {
    return List.of(values).get(random.nextInt(values.length));
  }

  private void claim(int index, int claims) {
    PartyId party = new PartyId("P" + random.nextInt(PARTIES));
    LocalDate said = START.plusDays((long) index * 720 / claims);
    int point = random.nextInt(POINTS);
    Subject subject = subject(point);
    Assertion asserts = assertion(point, subject);
    List<ClaimId> supersedes =
        index > 0 && random.nextInt(50) == 0
            ? List.of(new ClaimId("c" + random.nextInt(index)))
            : List.of();
    records.add(
        new Claim(
            new ClaimId("c" + index),
            "Speaker " + random.nextInt(5) + " of " + party,
            "Minister",
            party,
            Edtf.of(said),
            Edtf.of(said.plusDays(random.nextInt(3))),
            Claim.Channel.PUBLIC,
            List.of(new SourceId("s" + random.nextInt(1 + claims / 20))),
            null,
            "We are where we are on this point, and we said so before.",
            List.of(subject),
            between(party),
            asserts,
            supersedes,
            List.of(),
            List.of(),
            EVERYONE));
  }

  private void step(int index) {
    records.add(
        new Step(
            new StepId("t" + index),
            LocalizedText.of("Step " + index),
            new InstrumentId("i" + index % INSTRUMENTS),
            null,
            List.of(new PartyId("P" + index % PARTIES)),
            List.of(),
            null,
            null,
            false,
            Map.of(),
            List.of(),
            List.of(),
            Map.of(),
            EVERYONE));
  }

  private void act(int index, int acts, int claims) {
    LocalDate day = START.plusDays((long) index * 720 / acts);
    boolean isConsent = random.nextInt(4) == 0;
    Act act =
        Act.of(
            new ActId("a" + index),
            isConsent ? pick(CONSENT) : pick(DEEDS),
            Edtf.of(day),
            random.nextInt(3) == 0 ? Edtf.of(day.plusDays(random.nextInt(5))) : null,
            List.of(new PartyId("P" + random.nextInt(PARTIES))),
            List.of(
                isConsent
                    ? random.nextInt(100) == 0
                        ? new InstrumentId("i" + random.nextInt(INSTRUMENTS))
                        : new PointId("p" + random.nextInt(POINTS))
                    : new StepId("t" + random.nextInt(STEPS))),
            List.of(new SourceId("s" + random.nextInt(1 + claims / 20))),
            EVERYONE);
    records.add(act);
  }

  private static final ActKind[] CONSENT = {
    ActKind.INITIALLED, ActKind.SIGNED, ActKind.ADOPTED, ActKind.REJECTED
  };
  private static final ActKind[] DEEDS = {
    ActKind.PERFORMED, ActKind.PERFORMED_LATE, ActKind.VERIFIED, ActKind.BREACHED
  };

  private Subject subject(int point) {
    return switch (random.nextInt(200)) {
      case 0 -> new Subject.Whole();
      case 1 -> new InstrumentId("i" + random.nextInt(INSTRUMENTS));
      default -> new PointId("p" + point);
    };
  }

  private List<PartyId> between(PartyId party) {
    PartyId other = new PartyId("P" + random.nextInt(PARTIES));
    return random.nextBoolean() || other.equals(party) ? List.of() : List.of(party, other);
  }

  private Assertion assertion(int point, Subject subject) {
    return switch (random.nextInt(10)) {
      case 0, 1, 2 -> new Assertion.Agreed();
      case 3 -> new Assertion.AdReferendum();
      case 4 -> new Assertion.Conditional("a ceasefire");
      case 5, 6 -> new Assertion.Open();
      case 7 -> new Assertion.Rejected();
      case 8 ->
          subject instanceof PointId
              ? new Assertion.Prefers(new OptionId("p" + point + "-o" + random.nextInt(4)))
              : new Assertion.Complete(new Share("90 %"));
      default -> new Assertion.States();
    };
  }
}
