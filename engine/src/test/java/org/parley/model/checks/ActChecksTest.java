package org.parley.model.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.LocalizedText;
import org.parley.model.PartyId;
import org.parley.model.Rewrite;
import org.parley.model.Visibility;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.act.Ballot;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.claim.Share;
import org.parley.model.date.Edtf;
import org.parley.model.guarantee.Incident;
import org.parley.model.guarantee.IncidentId;
import org.parley.model.party.Party;
import org.parley.model.party.PartyKind;
import org.parley.model.source.Reliability;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.model.source.SourceKind;
import org.parley.model.text.AuthenticText;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentKind;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.PackageRule;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// What acts and versions are refused for, by one change to a case that is sound.
class ActChecksTest {

  private static final Visibility OPEN = new Visibility.Public();

  private final Party a =
      new Party(
          new PartyId("A"),
          LocalizedText.of("A"),
          null,
          PartyKind.STATE,
          List.of(),
          null,
          List.of(),
          OPEN);
  private final Source source =
      new Source(
          new SourceId("s"),
          "Gazette",
          LocalizedText.of("Report"),
          null,
          Edtf.of("2016-11-24"),
          "en",
          Reliability.A,
          null,
          SourceKind.REPORT,
          null,
          OPEN);
  private final Instrument treaty =
      new Instrument(
          new InstrumentId("treaty"),
          LocalizedText.of("Treaty"),
          null,
          InstrumentKind.TREATY,
          null,
          List.of(a.id()),
          null,
          PackageRule.SEPARABLE,
          List.of(),
          List.of(version("first", "2016-08-24"), version("second", "2016-11-12")),
          List.of(),
          OPEN);
  private final Point point =
      new Point(
          new PointId("p"),
          "1",
          LocalizedText.of("Point"),
          null,
          treaty.id(),
          Point.Content.REPORTED,
          List.of(),
          null,
          List.of(),
          List.of(),
          List.of(),
          List.of("second"),
          List.of(),
          OPEN);
  private final Incident incident =
      new Incident(new IncidentId("x"), LocalizedText.of("Incident"), null, OPEN);
  private final Act signed = act("signed", ActKind.SIGNED);
  private final Ballot ballot =
      new Ballot("Yes?", null, 3L, 4L, 1L, 8L, null, null, Ballot.Result.NOT_CARRIED);
  private final Act vote = Rewrite.with(act("vote", ActKind.PUT_TO_VOTE), "vote", ballot);
  private final Act done = act("done", ActKind.PERFORMED);
  private final Claim denial =
      new Claim(
          new ClaimId("c"),
          "A speaker",
          null,
          a.id(),
          Edtf.of("2016-12-01"),
          null,
          Claim.Channel.PUBLIC,
          List.of(source.id()),
          null,
          "It was not signed.",
          List.of(signed.id()),
          List.of(),
          new Assertion.Denied(),
          List.of(),
          List.of(),
          List.of(),
          OPEN);

  private static InstrumentVersion version(String name, String date) {
    return new InstrumentVersion(name, Edtf.of(date), null, null, null, List.of());
  }

  private Act act(String id, ActKind kind) {
    return Act.of(
        new ActId(id),
        kind,
        Edtf.of("2016-11-24"),
        null,
        List.of(a.id()),
        List.of(treaty.id(), point.id()),
        List.of(source.id()),
        OPEN);
  }

  private List<CaseRecord> all() {
    return List.of(a, source, treaty, point, incident, signed, vote, done, denial);
  }

  private <R extends Record & CaseRecord> void check(
      R record, String component, @Nullable Object value, String... problems) {
    List<CaseRecord> records = new ArrayList<>(all());
    records.replaceAll(each -> each.equals(record) ? Rewrite.with(record, component, value) : each);
    assertEquals(
        List.of(problems),
        CaseChecks.problems(new CaseInfo("Case", null, List.of()), records).stream()
            .map(Told::of)
            .toList());
  }

  @Test
  void theCaseIsSound() {
    check(signed, "note", "As it is.");
  }

  @Test
  void acts() {
    check(signed, "of", List.of(), "of: act-of-nothing [signed]");
    check(signed, "source", List.of(), "source: act-without-source [signed]");
    check(signed, "known", Edtf.of("2016-11-23"));
    check(signed, "known", Edtf.of("2016-11"));
    check(signed, "by", List.of(a.id(), a.id()), "by.1: named-twice [A]");
    check(signed, "of", List.of(treaty.id(), treaty.id()), "of.1: named-twice [treaty]");
    check(signed, "source", List.of(source.id(), source.id()), "source.1: named-twice [s]");
    check(
        signed,
        "quote",
        LocalizedText.of(Map.of("en", "Signed.", "123", "?")),
        "quote.123: not-a-language-tag [123]");
  }

  @Test
  void corrections() {
    check(signed, "supersedes", List.of(done.id()));
    check(signed, "supersedes", List.of(done.id(), done.id()), "supersedes.1: named-twice [done]");
    List<CaseRecord> later = new ArrayList<>(all());
    later.replaceAll(
        each ->
            each.equals(signed)
                ? Rewrite.with(signed, "supersedes", List.of(done.id()))
                : each.equals(done) ? Rewrite.with(done, "known", Edtf.of("2017")) : each);
    assertEquals(
        List.of("supersedes.0: corrects-later-act(act done) [2016-11-24]"),
        CaseChecks.problems(new CaseInfo("Case", null, List.of()), later).stream()
            .map(Told::of)
            .toList());
    check(done, "supersedes", List.of(done.id()), "supersedes: circle [done]");
  }

  @Test
  void detailsBelongToTheKind() {
    check(done, "vote", ballot, "vote: not-a-vote [PERFORMED]");
    check(signed, "vote", ballot, "vote: not-a-vote [SIGNED]");
    check(vote, "vote", null, "vote: vote-without-result [vote]");
    check(signed, "share", new Share("3 of 4"), "share: share-of-no-performance [3 of 4]");
    check(done, "share", new Share("3 of 4"));
    check(done, "unit", "weapons", "unit: unit-without-share [weapons]");
    check(signed, "foundBy", List.of(a.id()), "foundBy: found-no-breach [A]");
    check(signed, "until", Edtf.of("2018"), "until: no-extension [2018]");
    check(done, "incident", incident.id(), "incident: no-duty [x]");
    check(done, "response", "consult", "response: no-duty [consult]");
  }

  @Test
  void votes() {
    for (String key : List.of("inFavour", "against", "abstained", "eligible")) {
      check(vote, "vote", Rewrite.with(ballot, key, -1L), "vote." + key + ": negative-votes [-1]");
    }
    check(
        vote,
        "vote",
        Rewrite.with(ballot, "inFavour", 100_000_000_001L),
        "vote.inFavour: negative-votes [100000000001]");
    check(
        vote,
        "vote",
        Rewrite.with(ballot, "eligible", 7L),
        "vote.eligible: more-votes-than-voters [7]");
    check(
        vote, "vote", Rewrite.with(ballot, "question", " "), "vote.question: blank(question) [ ]");
  }

  @Test
  void versions() {
    check(signed, "version", "second");
    check(signed, "version", "third", "version: no-such-version(instrument treaty) [third]");
    check(
        point,
        "versions",
        List.of("third"),
        "versions.0: no-such-version(instrument treaty) [third]");
    check(point, "versions", List.of("second", "second"), "versions.1: named-twice [second]");
    check(
        treaty,
        "versions",
        List.of(version("second", "2016-08-24"), version("second", "2016-11-12")),
        "versions.1.version: instrument-version-twice [second]");
    check(
        treaty,
        "versions",
        List.of(version("first", "2016-11-12"), version("second", "2016-08-24")),
        "versions.1.date: versions-out-of-order [2016-08-24]");
    check(
        treaty,
        "versions",
        List.of(
            Rewrite.with(
                version("second", "2016-08-24"),
                "title",
                LocalizedText.of(Map.of("en", "Second", "123", "?")))),
        "versions.0.title.123: not-a-language-tag [123]");
    check(
        treaty,
        "versions",
        List.of(
            Rewrite.with(version("first", "2016-08-24"), "language", "_"),
            version("second", "2016-11-12")),
        "versions.0.language: not-a-language-tag [_]");
    check(
        treaty,
        "versions",
        List.of(
            Rewrite.with(
                version("first", "2016-08-24"),
                "languages",
                List.of(new AuthenticText("fr", "Un."), new AuthenticText("_", "One."))),
            version("second", "2016-11-12")),
        "versions.0.languages.1.language: not-a-language-tag [_]");
  }

  @Test
  void confirmationsAreOfActs() {
    check(denial, "about", List.of(treaty.id()), "about.0: not-about-an-act [treaty]");
    check(denial, "asserts", new Assertion.Confirmed());
  }
}
