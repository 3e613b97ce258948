package org.parley.outlook.plan;

import java.util.ArrayList;
import java.util.List;
import org.parley.exact.Budget;
import org.parley.sweep.SeedSweep;
import org.parley.sweep.Seeds;

/// The runs of a plan, one for each seed. All are kept, since ranks need them.
public final class PlanSweep implements SeedSweep<PlanRuns, PlanForecast> {

  private static final int PART = 64;

  private final TimedPlan plan;
  private final SimulatedNetwork network;
  private final Seeds seeds;

  public PlanSweep(TimedPlan plan, Seeds seeds) {
    this.plan = plan;
    this.seeds = seeds;
    network = new SimulatedNetwork(plan);
  }

  @Override
  public Seeds seeds() {
    return seeds;
  }

  @Override
  public int partSize() {
    return PART;
  }

  @Override
  public Class<PlanRuns> partType() {
    return PlanRuns.class;
  }

  @Override
  public PlanRuns part(Seeds part, Budget budget) {
    return new PlanRuns(part.until(budget.stop()).mapToObj(network::run).toList());
  }

  @Override
  public PlanRuns merged(PlanRuns earlier, PlanRuns next) {
    List<SimulatedNetwork.Run> runs = new ArrayList<>(earlier.runs());
    runs.addAll(next.runs());
    return new PlanRuns(runs);
  }

  @Override
  public long done(PlanRuns merged) {
    return merged.runs().size();
  }

  @Override
  public PlanForecast answer(PlanRuns merged) {
    return new RunCounts(plan, network, merged.runs()).of(seeds.first());
  }
}
