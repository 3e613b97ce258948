package org.parley.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.parley.reference.AccordHistory;
import org.parley.reference.AccordYear;
import org.parley.reference.AgreementScope;
import org.parley.reference.CodeProvisions;
import org.parley.reference.PaxAgreement;
import org.parley.reference.PrecedentCounts;
import org.parley.reference.PrecedentCounts.ProvisionCount;
import org.parley.reference.PrecedentCounts.TopicAgreements;
import org.parley.reference.PrecedentSource;
import org.parley.reference.Provision;
import org.parley.reference.ProvisionState;
import org.parley.reference.ReferenceFigures;
import org.parley.reference.ReferenceFigures.CodeCount;
import org.parley.reference.ReferenceFigures.CodePair;
import org.parley.reference.ReferenceFigures.DoneCount;

/// Counts precedents again, from the rows where they are at hand, else from figures.
final class PrecedentCheck {

  private static final String ALL = "0";

  private final PrecedentCounts counts;
  private final PrecedentSource source;

  private PrecedentCheck(PrecedentCounts counts, PrecedentSource source) {
    this.counts = counts;
    this.source = source;
  }

  static Verdict verify(PrecedentCounts counts, Question.Precedents asked, PrecedentSource source) {
    if (!counts.codes().equals(asked.codes())) {
      return Verdict.fails(Flaw.Code.OTHER_PROBLEM);
    }
    if (!asked.files().equals(source.files())) {
      return new Verdict.Open(Verdict.Reason.FILE_ABSENT);
    }
    PrecedentCheck check = new PrecedentCheck(counts, source);
    return check
        .wrong()
        .map(each -> Verdict.fails(Flaw.Code.OTHER_PRECEDENTS, each))
        .orElse(new Verdict.Holds());
  }

  /// The topic or provision that is counted otherwise.
  private Optional<String> wrong() {
    List<PaxAgreement> rows = source.agreements();
    return (rows == null ? byFigures() : byRows(rows)).or(this::wrongDone);
  }

  private Optional<String> byRows(List<PaxAgreement> rows) {
    int interstate = 0;
    int together = 0;
    Map<String, CodeCount> topics = new HashMap<>();
    for (PaxAgreement each : rows) {
      int one = each.scope() == AgreementScope.INTERSTATE ? 1 : 0;
      interstate += one;
      int has = 0;
      for (String code : each.codes().keySet()) {
        CodeCount before = topics.getOrDefault(code, new CodeCount(0, 0));
        topics.put(code, new CodeCount(before.all() + 1, before.interstate() + one));
        has += counts.codes().contains(code) ? 1 : 0;
      }
      together += has == counts.codes().size() ? 1 : 0;
    }
    @Nullable Integer all = counts.codes().size() < 2 ? null : Integer.valueOf(together);
    return compared(rows.size(), interstate, topics, all, null);
  }

  private Optional<String> byFigures() {
    ReferenceFigures figures = source.figures();
    int least = figures.agreements();
    boolean isKnown = counts.codes().size() == 2;
    for (String code : counts.codes()) {
      least = Math.min(least, figures.codes().getOrDefault(code, new CodeCount(0, 0)).all());
      for (String other : counts.codes()) {
        if (other.compareTo(code) > 0) {
          boolean isCounted = isMain(code) && isMain(other);
          isKnown &= isCounted;
          least = isCounted ? Math.min(least, both(code, other)) : least;
        }
      }
    }
    boolean isCombined = counts.codes().size() > 1;
    boolean isExact = isCombined && (isKnown || least == 0);
    return compared(
        figures.agreements(),
        figures.interstate(),
        figures.codes(),
        isExact ? Integer.valueOf(least) : null,
        isCombined && !isExact ? Integer.valueOf(least) : null);
  }

  private static boolean isMain(String code) {
    return ReferenceFigures.MAIN.contains(code);
  }

  private int both(String first, String second) {
    CodeCount both = source.figures().pairs().get(new CodePair(first, second));
    return both == null ? 0 : both.all();
  }

  private Optional<String> compared(
      int agreements,
      int interstate,
      Map<String, CodeCount> topics,
      @Nullable Integer together,
      @Nullable Integer atMost) {
    if (agreements != counts.agreements()
        || interstate != counts.interstate()
        || !Objects.equals(together, counts.together())
        || !Objects.equals(atMost, counts.atMost())
        || !counts.topics().stream().map(TopicAgreements::code).toList().equals(counts.codes())) {
      return Optional.of(ALL);
    }
    return counts.topics().stream()
        .filter(
            each ->
                !topics
                    .getOrDefault(each.code(), new CodeCount(0, 0))
                    .equals(new CodeCount(each.all(), each.interstate())))
        .map(TopicAgreements::code)
        .findFirst();
  }

  private Optional<String> wrongDone() {
    List<Provision> about = List.copyOf(CodeProvisions.of(counts.codes()));
    if (!counts.done().stream().map(ProvisionCount::provision).toList().equals(about)) {
      return Optional.of(ALL);
    }
    return counts.done().stream()
        .filter(each -> !each.years().equals(years(each.provision())))
        .map(each -> each.provision().key())
        .findFirst();
  }

  private List<DoneCount> years(Provision provision) {
    List<AccordYear> rows = source.accords();
    return rows == null
        ? source.figures().done().getOrDefault(provision, List.of())
        : years(rows, provision);
  }

  private static List<DoneCount> years(List<AccordYear> rows, Provision provision) {
    return AccordHistory.YEARS.stream().map(year -> counted(rows, provision, year)).toList();
  }

  /// The last row of an accord and year counts.
  private static DoneCount counted(List<AccordYear> rows, Provision provision, int year) {
    Map<Integer, Integer> levels = new HashMap<>();
    for (AccordYear each : rows) {
      if (each.year() == year) {
        ProvisionState state = each.provisions().get(provision);
        if (state == null) {
          levels.remove(each.accord());
        } else {
          levels.put(each.accord(), state.level());
        }
      }
    }
    int done = (int) levels.values().stream().filter(each -> each == ProvisionState.FULL).count();
    return new DoneCount(year, done, levels.size());
  }
}
