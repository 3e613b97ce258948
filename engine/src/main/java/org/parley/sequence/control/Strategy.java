package org.parley.sequence.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.parley.exact.Budget;
import org.parley.exact.Meter;

/// An execution strategy for a controllable network: as early as possible without losing control,
/// for all durations that others decide.
///
/// Each decision finds, for the moments not executed yet, the time at which executing them leaves a
/// controllable network. Cost: the moments times the logarithm of the time left, each the cost of
/// one check of controllability.
///
/// @param network the network, controllable
public record Strategy(UncertainNetwork network) {

  /// The next decision.
  public sealed interface Decision {

    /// Execute this moment at this time, unless a duration ends before; then ask again.
    record Act(int moment, long time) implements Decision {}

    /// Wait: only contingent durations are left.
    record Watch() implements Decision {}

    /// Every moment is executed.
    record Done() implements Decision {}

    /// Undecided: the budget ended.
    record Unknown() implements Decision {}
  }

  /// The next decision.
  ///
  /// @param now the current time; open moments cannot be executed before
  /// @param done the times of executed and observed moments
  /// @param budget a step is one moment visited in a check of controllability
  /// @throws IllegalArgumentException if control was lost: the network was not controllable, or an
  ///   observation violates it
  public Decision next(long now, Map<Integer, Long> done, Budget budget) {
    return new Choosing(network, new Meter(budget)).next(now, done);
  }

  private record Choosing(UncertainNetwork network, Meter meter) {

    Decision next(long now, Map<Integer, Long> done) {
      if (done.size() == network.nodes()) {
        return new Decision.Done();
      }
      List<Integer> open = new ArrayList<>();
      for (int moment = 0; moment < network.nodes(); moment++) {
        int end = moment;
        boolean chosen = network.contingents().stream().noneMatch(each -> each.to() == end);
        if (chosen && !done.containsKey(moment)) {
          open.add(moment);
        }
      }
      if (open.isEmpty()) {
        return new Decision.Watch();
      }
      long horizon = horizon(now, done);
      Optional<Decision.Act> first = Optional.empty();
      for (int moment : open) {
        if (meter.stopped()) {
          return new Decision.Unknown();
        }
        long most = first.isPresent() ? first.get().time() - 1 : horizon;
        Optional<Long> time = most < now ? Optional.empty() : earliest(moment, now, most, done);
        if (time.isPresent()) {
          first = Optional.of(new Decision.Act(moment, time.get()));
        }
      }
      boolean canWait = first.isEmpty() && canWait(horizon, done) && running(done) > 0;
      if (meter.stopped()) {
        return new Decision.Unknown();
      }
      if (first.isPresent()) {
        return first.get();
      }
      if (canWait) {
        return new Decision.Watch();
      }
      throw new IllegalArgumentException(
          "choosing what to do at "
              + now
              + ": nothing keeps every bound any more. Maybe something happened that the network does not allow.");
    }

    /// The last time until which no moment may be due: the end of running durations, or of all
    /// lags.
    private long horizon(long now, Map<Integer, Long> done) {
      long most = Long.MAX_VALUE;
      for (UncertainNetwork.Contingent each : network.contingents()) {
        Long begun = done.get(each.from());
        if (begun != null && !done.containsKey(each.to())) {
          most = Math.min(most, begun + each.most());
        }
      }
      if (most < Long.MAX_VALUE) {
        return most;
      }
      long sum = 0;
      for (UncertainNetwork.UpperBound bound : network.bounds()) {
        sum = Math.addExact(sum, Math.abs(bound.atMost()));
      }
      for (UncertainNetwork.Contingent each : network.contingents()) {
        sum = Math.addExact(sum, each.most());
      }
      return Math.addExact(now, sum);
    }

    private long running(Map<Integer, Long> done) {
      return network.contingents().stream()
          .filter(each -> done.containsKey(each.from()) && !done.containsKey(each.to()))
          .count();
    }

    /// The earliest time from `now` to `most` at which a moment can be executed without further
    /// observations. Monotone: up to the time until which all can wait, once executable it stays
    /// so.
    private Optional<Long> earliest(int moment, long now, long most, Map<Integer, Long> done) {
      if (keeps(moment, now, done)) {
        return Optional.of(now);
      }
      long wait = now;
      long tooLong = most + 1;
      while (tooLong - wait > 1 && !meter.stopped()) {
        long middle = wait + (tooLong - wait) / 2;
        if (canWait(middle, done)) {
          wait = middle;
        } else {
          tooLong = middle;
        }
      }
      if (!keeps(moment, wait, done)) {
        return Optional.empty();
      }
      long early = now;
      long late = wait;
      while (late - early > 1 && !meter.stopped()) {
        long middle = early + (late - early) / 2;
        if (keeps(moment, middle, done)) {
          late = middle;
        } else {
          early = middle;
        }
      }
      return Optional.of(late);
    }

    private boolean keeps(int moment, long time, Map<Integer, Long> done) {
      Map<Integer, Long> then = new HashMap<>(done);
      then.put(moment, time);
      return isControllable(time, then);
    }

    private boolean canWait(long time, Map<Integer, Long> done) {
      return isControllable(time, done);
    }

    /// Whether control is kept at a time with exactly these executions and observations.
    private boolean isControllable(long now, Map<Integer, Long> done) {
      int zero = network.nodes();
      List<UncertainNetwork.UpperBound> bounds = new ArrayList<>(network.bounds());
      List<UncertainNetwork.Contingent> contingents = new ArrayList<>();
      boolean[] undecided = new boolean[zero];
      for (UncertainNetwork.Contingent each : network.contingents()) {
        if (done.containsKey(each.to())) {
          continue;
        }
        undecided[each.to()] = true;
        Long begun = done.get(each.from());
        long least = begun == null ? each.least() : Math.max(each.least(), now - begun);
        if (least > each.most()) {
          return false;
        }
        contingents.add(
            new UncertainNetwork.Contingent(each.from(), each.to(), least, each.most()));
      }
      for (int moment = 0; moment < zero; moment++) {
        Long time = done.get(moment);
        if (time != null) {
          bounds.add(new UncertainNetwork.UpperBound(zero, moment, time));
          bounds.add(new UncertainNetwork.UpperBound(moment, zero, -time));
        } else if (!undecided[moment]) {
          bounds.add(new UncertainNetwork.UpperBound(moment, zero, -now));
        }
      }
      return WaitPropagation.refute(new UncertainNetwork(zero + 1, bounds, contingents), meter)
          == null;
    }
  }
}
