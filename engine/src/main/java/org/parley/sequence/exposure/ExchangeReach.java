package org.parley.sequence.exposure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.model.step.StepId;

/// Best-first search over sets of completed steps by exposure; backwards, over sets of remaining
/// steps.
///
/// Both directions are one search: undoing a step is doing one with the opposite sign, in the
/// opposite order. A step is dominated by another that is worth as much to every party and whose
/// successors include its own. Exchanging the two then exposes nobody more (Abdel-Wahab and Kameda
/// 1978).
final class ExchangeReach {

  private final Exchange exchange;
  private final boolean fromTheEnd;
  private final int count;
  private final long full;
  private final long[] start;
  private final long[][] worth;
  private final long[] before;
  private final long[] better;

  private final StepTable reachedBy = new StepTable();
  private final TreeMap<Long, Stack> later = new TreeMap<>();
  private final Stack expanded = new Stack();
  private Stack now = new Stack();

  /// The number of sets expanded when the exposure rose to its present value.
  private int expandedBelow;

  private long most;
  private boolean done;

  /// @param swapping whether to skip dominated steps
  ExchangeReach(Exchange exchange, boolean fromTheEnd, boolean swapping) {
    this.exchange = exchange;
    this.fromTheEnd = fromTheEnd;
    count = exchange.steps().size();
    full = exchange.all();
    int parties = exchange.parties().size();
    start = new long[parties];
    worth = new long[count][parties];
    before = new long[count];
    for (int step = 0; step < count; step++) {
      for (int party = 0; party < parties; party++) {
        long each = exchange.worth().get(step).get(party);
        worth[step][party] = fromTheEnd ? -each : each;
        start[party] = fromTheEnd ? Math.addExact(start[party], each) : 0;
      }
      long steps = exchange.before().get(step);
      if (fromTheEnd) {
        for (long rest = steps; rest != 0; rest &= rest - 1) {
          before[Long.numberOfTrailingZeros(rest)] |= 1L << step;
        }
      } else {
        before[step] = steps;
      }
    }
    better = swapping ? better() : new long[count];
    most = Math.max(exposure(balance(0)), exposure(balance(full)));
    now.push(0);
    done = count == 0;
  }

  private long[] better() {
    long[] after = new long[count];
    for (int step = 0; step < count; step++) {
      for (long rest = before[step]; rest != 0; rest &= rest - 1) {
        after[Long.numberOfTrailingZeros(rest)] |= 1L << step;
      }
    }
    long[] all = new long[count];
    for (int one = 0; one < count; one++) {
      for (int other = 0; other < count; other++) {
        boolean equal = Arrays.equals(worth[one], worth[other]) && after[one] == after[other];
        if (one != other
            && isWorthAsMuch(worth[one], worth[other])
            && (after[other] & ~after[one]) == 0
            && (!equal || one < other)) {
          all[other] |= 1L << one;
        }
      }
    }
    return all;
  }

  private static boolean isWorthAsMuch(long[] one, long[] other) {
    for (int party = 0; party < one.length; party++) {
      if (one[party] < other[party]) {
        return false;
      }
    }
    return true;
  }

  private long[] balance(long set) {
    long[] balance = start.clone();
    for (long rest = set; rest != 0; rest &= rest - 1) {
      long[] each = worth[Long.numberOfTrailingZeros(rest)];
      for (int party = 0; party < balance.length; party++) {
        balance[party] = Math.addExact(balance[party], each[party]);
      }
    }
    return balance;
  }

  private static long exposure(long[] balance) {
    long largest = 0;
    for (long each : balance) {
      largest = Math.max(largest, Math.negateExact(each));
    }
    return largest;
  }

  /// The lower bound on the exposure so far.
  long most() {
    return most;
  }

  /// Whether all steps are reached: then some order has at most exposure `most`.
  boolean done() {
    return done;
  }

  /// The number of sets in memory.
  long size() {
    return reachedBy.size();
  }

  /// Expands one set.
  void advance() {
    if (now.size() == 0) {
      Map.Entry<Long, Stack> next = later.pollFirstEntry();
      most = next.getKey();
      now = next.getValue();
      expandedBelow = expanded.size();
    }
    long set = now.pop();
    if (set == full) {
      done = true;
      return;
    }
    expanded.push(set);
    long[] balance = balance(set);
    long available = 0;
    for (long rest = full & ~set; rest != 0; rest &= rest - 1) {
      int step = Long.numberOfTrailingZeros(rest);
      if ((before[step] & ~set) == 0) {
        available |= 1L << step;
      }
    }
    for (long rest = available; rest != 0; rest &= rest - 1) {
      int step = Long.numberOfTrailingZeros(rest);
      long then = set | 1L << step;
      if ((better[step] & available) == 0 && reachedBy.add(then, step)) {
        long exposed = 0;
        for (int party = 0; party < balance.length; party++) {
          exposed =
              Math.max(
                  exposed, Math.negateExact(Math.addExact(balance[party], worth[step][party])));
        }
        if (exposed <= most) {
          now.push(then);
        } else {
          later.computeIfAbsent(exposed, _ -> new Stack()).push(then);
        }
      }
    }
  }

  /// The order found.
  List<List<StepId>> order() {
    List<List<StepId>> steps = new ArrayList<>();
    for (long set = full; set != 0; ) {
      int step = reachedBy.get(set);
      steps.add(exchange.steps().get(step));
      set &= ~(1L << step);
    }
    return fromTheEnd ? steps : steps.reversed();
  }

  /// The proof that no order has less than exposure `most`.
  UnavoidableExposure proof() {
    return new UnavoidableExposure(
        most, fromTheEnd, exchange.steps(), expanded.list(expandedBelow));
  }

  /// A stack of sets.
  private static final class Stack {
    private long[] sets = new long[16];
    private int size;

    void push(long set) {
      if (size == sets.length) {
        sets = Arrays.copyOf(sets, Math.multiplyExact(size, 2));
      }
      sets[size++] = set;
    }

    long pop() {
      return sets[--size];
    }

    int size() {
      return size;
    }

    List<Long> list(int first) {
      return Arrays.stream(sets, 0, first).boxed().toList();
    }
  }
}
