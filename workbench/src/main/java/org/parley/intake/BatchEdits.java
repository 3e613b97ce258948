package org.parley.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.model.Visibility;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.reading.Proposal;
import org.parley.reading.cases.Candidate;
import org.parley.reading.cases.CaseReading;
import org.parley.reading.statements.CaseStatements;
import org.parley.reading.statements.StatementGroup;
import org.parley.reading.statements.Telling;

/// The edits that write what several texts say: each statement once, with all that tell it.
///
/// The proposals are numbered through, from 1. A statement on record of the same occasion gets the
/// sources it lacks; one that says otherwise becomes a claim beside it.
public final class BatchEdits {

  private final CaseView view;
  private final List<CaseReading> readings;
  private final int[] before;

  /// @param readings what was read for this view
  public BatchEdits(CaseView view, List<CaseReading> readings) {
    this.view = view;
    this.readings = List.copyOf(readings);
    before = new int[readings.size() + 1];
    for (int i = 0; i < readings.size(); i++) {
      before[i + 1] = before[i] + readings.get(i).candidates().size();
    }
  }

  /// The number of the last proposal.
  public int last() {
    return before[readings.size()];
  }

  /// The edits that write every statement of which a claim is chosen.
  ///
  /// @param isChosen whether a proposal is, by its number
  public List<CaseEdit> statements(IntPredicate isChosen) {
    StatementEdits edits =
        new StatementEdits(view, new StatementEdits.Writer("", new Visibility.Public()));
    for (StatementGroup each : CaseStatements.of(view, readings)) {
      each.told().stream()
          .filter(telling -> isChosen.test(number(telling)))
          .filter(telling -> candidate(telling).isReady())
          .sorted(
              (one, other) ->
                  Boolean.compare(other.equals(each.leading()), one.equals(each.leading())))
          .findFirst()
          .ifPresent(lead -> add(edits, each, lead));
    }
    return edits.edits();
  }

  private void add(StatementEdits edits, StatementGroup group, Telling lead) {
    if (!(candidate(lead).record() instanceof Claim claim)) {
      return;
    }
    ClaimId known = candidate(lead).known();
    boolean isKnown = known != null;
    Claim record = claim(isKnown ? known : group.record());
    List<CaseReading> told = new ArrayList<>(List.of(readings.get(lead.article())));
    group.told().stream()
        .map(each -> readings.get(each.article()))
        .filter(each -> !told.contains(each))
        .forEach(told::add);
    edits.add(
        told,
        claim,
        isKnown ? StatementDecision.CONFIRMS : StatementDecision.of(group.relation()),
        record,
        isKnown || group.isSameOccasion());
  }

  private @Nullable Claim claim(@Nullable ClaimId id) {
    return id == null ? null : view.get(id);
  }

  /// The edits that write the chosen meetings, next steps, acts and demands of order of one text.
  ///
  /// @param article the index of the text
  /// @param isChosen whether a proposal is, by its number
  public List<CaseEdit> events(int article, IntPredicate isChosen) {
    CaseReading reading = readings.get(article);
    List<Integer> numbers =
        reading.candidates().stream()
            .filter(each -> !(each.proposal() instanceof Proposal.OfClaim))
            .filter(each -> each.isReady() && each.known() == null)
            .map(Candidate::number)
            .filter(each -> isChosen.test(before[article] + each))
            .toList();
    return numbers.isEmpty() ? List.of() : Intake.edits(reading, numbers);
  }

  /// The proposal of a number; empty if there is none.
  public Optional<Candidate> find(int number) {
    return IntStream.range(0, readings.size())
        .filter(each -> number > before[each] && number <= before[each + 1])
        .mapToObj(each -> readings.get(each).candidates().get(number - before[each] - 1))
        .findFirst();
  }

  /// The numbers of all that is complete and carried by its quotation.
  public Set<Integer> sound() {
    return IntStream.range(0, readings.size())
        .boxed()
        .flatMap(
            article ->
                readings.get(article).candidates().stream()
                    .filter(each -> each.isReady() && readings.get(article).doubts(each).isEmpty())
                    .map(each -> before[article] + each.number()))
        .collect(Collectors.toUnmodifiableSet());
  }

  private int number(Telling telling) {
    return before[telling.article()] + telling.number();
  }

  private Candidate candidate(Telling telling) {
    return readings.get(telling.article()).candidates().get(telling.number() - 1);
  }
}
