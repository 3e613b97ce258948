package org.parley.model.checks;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.model.ActSubject;
import org.parley.model.act.Act;
import org.parley.model.act.ActId;
import org.parley.model.act.ActKind;
import org.parley.model.act.Ballot;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.model.text.Instrument;
import org.parley.model.text.InstrumentId;
import org.parley.model.text.InstrumentVersion;
import org.parley.model.text.Point;
import org.parley.model.text.PointId;

/// Validates acts, and the versions of instruments that they concern.
final class ActChecks {

  private final RecordsUnderCheck records;
  private final int index;

  ActChecks(RecordsUnderCheck records, int index) {
    this.records = records;
    this.index = index;
  }

  void act(Act act) {
    if (act.of().isEmpty()) {
      report("of", Rule.Plain.ACT_OF_NOTHING, act.id());
    }
    if (act.source().isEmpty()) {
      report("source", Rule.Plain.ACT_WITHOUT_SOURCE, act.id());
    }
    records.once(index, "by", act.by());
    records.once(index, "of", act.of());
    records.once(index, "source", act.source());
    records.once(index, "supersedes", act.supersedes());
    if (act.quote() != null) {
      records.languages(index, List.of("quote"), act.quote());
    }
    fitsKind(act);
    if (act.vote() != null) {
      vote(act.vote());
    }
    String version = act.version();
    if (version != null) {
      version(act, version);
    }
    for (int i = 0; i < act.supersedes().size(); i++) {
      ActId id = act.supersedes().get(i);
      if (records.record(id) instanceof Act earlier
          && act.knownOrDone().isBefore(earlier.knownOrDone())) {
        records.report(
            index,
            List.of("supersedes", Integer.toString(i)),
            new Rule.CorrectsLaterAct(id),
            act.knownOrDone());
      }
    }
  }

  /// Requires that details belong to the kind of act.
  private void fitsKind(Act act) {
    if (act.vote() != null && !act.kind().hasVote()) {
      report("vote", Rule.Plain.NOT_A_VOTE, act.kind());
    }
    if (act.vote() == null && act.kind() == ActKind.PUT_TO_VOTE) {
      report("vote", Rule.Plain.VOTE_WITHOUT_RESULT, act.id());
    }
    if (act.share() != null && !act.kind().hasShare()) {
      report("share", Rule.Plain.SHARE_OF_NO_PERFORMANCE, act.share());
    }
    if (act.unit() != null && act.share() == null) {
      report("unit", Rule.Plain.UNIT_WITHOUT_SHARE, act.unit());
    }
    if (!act.foundBy().isEmpty() && act.kind() != ActKind.BREACHED) {
      report("foundBy", Rule.Plain.FOUND_NO_BREACH, act.foundBy().getFirst());
    }
    if (act.until() != null && act.kind() != ActKind.EXTENDED) {
      report("until", Rule.Plain.NO_EXTENSION, act.until());
    }
    boolean isOfDuty = act.of().stream().anyMatch(GuaranteeId.class::isInstance);
    if (act.incident() != null && !isOfDuty) {
      report("incident", Rule.Plain.NO_DUTY, act.incident());
    }
    if (act.response() != null && !isOfDuty) {
      report("response", Rule.Plain.NO_DUTY, act.response());
    }
  }

  private void vote(Ballot vote) {
    if (vote.question().isBlank()) {
      records.report(
          index, List.of("vote", "question"), new Rule.Blank("question"), vote.question());
    }
    count("inFavour", vote.inFavour());
    count("against", vote.against());
    count("abstained", vote.abstained());
    count("eligible", vote.eligible());
    long cast =
        Stream.of(vote.inFavour(), vote.against(), vote.abstained())
            .mapToLong(each -> each == null ? 0 : each)
            .filter(each -> each >= 0 && each <= MOST_VOTES)
            .sum();
    if (vote.eligible() != null && vote.eligible() >= 0 && cast > vote.eligible()) {
      records.report(
          index, List.of("vote", "eligible"), Rule.Plain.MORE_VOTES_THAN_VOTERS, vote.eligible());
    }
  }

  /// More than there are people; sums of three stay exact.
  private static final long MOST_VOTES = 100_000_000_000L;

  private void count(String key, @Nullable Long votes) {
    if (votes != null && (votes < 0 || votes > MOST_VOTES)) {
      records.report(index, List.of("vote", key), Rule.Plain.NEGATIVE_VOTES, votes);
    }
  }

  /// Requires that each instrument with versions, of those concerned, has this one.
  private void version(Act act, String version) {
    Set<InstrumentId> without = new LinkedHashSet<>();
    for (ActSubject of : act.of()) {
      Instrument instrument =
          switch (of) {
            case InstrumentId id when records.record(id) instanceof Instrument found -> found;
            case PointId id
                when records.record(id) instanceof Point point
                    && records.record(point.instrument()) instanceof Instrument found ->
                found;
            default -> null;
          };
      if (instrument != null && !has(instrument, version)) {
        without.add(instrument.id());
      }
    }
    without.forEach(id -> report("version", new Rule.NoSuchVersion(id), version));
  }

  /// Requires that a point's versions are those of its instrument.
  void pointVersions(Point point) {
    records.once(index, "versions", point.versions());
    if (records.record(point.instrument()) instanceof Instrument instrument) {
      for (int i = 0; i < point.versions().size(); i++) {
        if (!has(instrument, point.versions().get(i))) {
          records.report(
              index,
              List.of("versions", Integer.toString(i)),
              new Rule.NoSuchVersion(instrument.id()),
              point.versions().get(i));
        }
      }
    }
  }

  private static boolean has(Instrument instrument, String version) {
    return instrument.versions().stream().anyMatch(each -> each.version().equals(version));
  }

  private void language(@Nullable String tag, List<String> path) {
    if (tag != null && !RecordsUnderCheck.isLanguage(tag)) {
      records.report(
          index,
          Stream.concat(path.stream(), Stream.of("language")).toList(),
          Rule.Plain.NOT_A_LANGUAGE_TAG,
          tag);
    }
  }

  /// Requires versions of an instrument with unique names, oldest first.
  void versions(Instrument instrument) {
    Set<String> names = new HashSet<>();
    InstrumentVersion before = null;
    for (int i = 0; i < instrument.versions().size(); i++) {
      InstrumentVersion version = instrument.versions().get(i);
      List<String> path = List.of("versions", Integer.toString(i));
      if (version.title() != null) {
        records.languages(
            index, Stream.concat(path.stream(), Stream.of("title")).toList(), version.title());
      }
      language(version.language(), path);
      for (int k = 0; k < version.languages().size(); k++) {
        language(
            version.languages().get(k).language(),
            Stream.concat(path.stream(), Stream.of("languages", Integer.toString(k))).toList());
      }
      if (!names.add(version.version())) {
        records.report(
            index,
            Stream.concat(path.stream(), Stream.of("version")).toList(),
            Rule.Plain.INSTRUMENT_VERSION_TWICE,
            version.version());
      }
      if (before != null && version.date().isBefore(before.date())) {
        records.report(
            index,
            Stream.concat(path.stream(), Stream.of("date")).toList(),
            Rule.Plain.VERSIONS_OUT_OF_ORDER,
            version.date());
      }
      before = version;
    }
  }

  private void report(String key, Rule rule, @Nullable Object value) {
    records.report(index, List.of(key), rule, value);
  }
}
