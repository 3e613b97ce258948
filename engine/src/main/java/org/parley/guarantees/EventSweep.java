package org.parley.guarantees;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.exact.Budget;
import org.parley.guarantees.commitment.Commitment;
import org.parley.guarantees.log.DutyVerdict;
import org.parley.guarantees.log.Lifecycle;
import org.parley.guarantees.log.LoggedFact;
import org.parley.guarantees.log.Moments;
import org.parley.guarantees.watch.CommitmentGroups;
import org.parley.guarantees.watch.Watch;
import org.parley.model.guarantee.GuaranteeId;
import org.parley.sweep.SeedSweep;
import org.parley.sweep.Seeds;

/// The state of every duty by an event log, group by group of commitments. Its seeds number the
/// groups.
///
/// Guaranteed: the verdicts are those of [Guarantees#stateWithConsequences] on all commitments
/// together. Cost: every part reads the whole log once, so it grows with the log.
public final class EventSweep
    implements SeedSweep<EventSweep.GroupVerdicts, List<EventSweep.DutyStateCount>> {

  private final List<List<Commitment>> groups;
  private final List<LoggedFact> log;
  private final long moment;

  /// Verdicts of some groups.
  ///
  /// @param groups how many
  public record GroupVerdicts(long groups, List<DutyVerdict> duties) {
    public GroupVerdicts {
      duties = List.copyOf(duties);
    }
  }

  /// The duties of a guarantee that are in one state.
  public record DutyStateCount(GuaranteeId guarantee, Lifecycle state, long duties) {}

  /// @param commitments one or more
  /// @param moment at which duties are looked at, from what was recorded until then
  public EventSweep(List<Commitment> commitments, List<LoggedFact> log, long moment) {
    groups = CommitmentGroups.of(commitments);
    this.log = log.stream().filter(each -> each.recorded() <= moment).toList();
    this.moment = moment;
  }

  @Override
  public Seeds seeds() {
    return new Seeds(0, groups.size());
  }

  @Override
  public int partSize() {
    return 1;
  }

  @Override
  public Class<GroupVerdicts> partType() {
    return GroupVerdicts.class;
  }

  @Override
  public GroupVerdicts part(Seeds part, Budget budget) {
    List<Commitment> group = groups.get((int) part.first());
    return new GroupVerdicts(
        1,
        CommitmentGroups.isLinked(group)
            ? watched(group)
            : Guarantees.state(group, log, moment, Moments.NEVER));
  }

  /// The same for linked commitments: a watch derives each breach once, and does not read the log
  /// again for it.
  private List<DutyVerdict> watched(List<Commitment> group) {
    Watch watch = Watch.of(group, moment, null);
    log.forEach(watch::accept);
    return watch.state();
  }

  @Override
  public GroupVerdicts merged(GroupVerdicts earlier, GroupVerdicts next) {
    List<DutyVerdict> duties = new ArrayList<>(earlier.duties);
    duties.addAll(next.duties);
    return new GroupVerdicts(earlier.groups + next.groups, duties);
  }

  @Override
  public long done(GroupVerdicts merged) {
    return merged.groups;
  }

  @Override
  public List<DutyStateCount> answer(GroupVerdicts merged) {
    Map<GuaranteeId, Map<Lifecycle, Long>> counts = new TreeMap<>();
    for (DutyVerdict each : merged.duties) {
      counts
          .computeIfAbsent(each.duty().guarantee(), _ -> new TreeMap<>())
          .merge(each.state(), 1L, Long::sum);
    }
    List<DutyStateCount> all = new ArrayList<>();
    counts.forEach(
        (guarantee, states) ->
            states.forEach(
                (state, duties) -> all.add(new DutyStateCount(guarantee, state, duties))));
    return all;
  }
}
