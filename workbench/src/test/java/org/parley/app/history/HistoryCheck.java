package org.parley.app.history;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.parley.app.history.History.Outcome;
import org.parley.app.history.History.Read;
import org.parley.app.history.History.Write;
import org.parley.casefile.CaseReader;
import org.parley.casefile.LoadResult;
import org.parley.casefile.form.RecordForm;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.store.Change;
import org.parley.store.Entry;
import org.parley.web.service.Version;

/// Whether a history is linearisable, with the order of the journal as witness.
///
/// The entries of one write are a transaction; the state after each is a prefix. Every write takes
/// effect between its invocation and its answer, as [Intent] says, and every prefix is a case. A
/// read shows a prefix. It never goes back at one server, misses nothing that server acknowledged,
/// and misses nothing another acknowledged longer ago than the look-again interval. Cost: n log n
/// in operations, and one reading of the case for each transaction.
final class HistoryCheck {

  /// What can be wrong.
  enum Kind {
    /// An acknowledged write is not in the journal.
    LOST,
    /// The same write is in the journal twice.
    TWICE,
    /// The journal holds what nobody wrote, or what was said not to be recorded.
    UNASKED,
    /// The numbers, hashes or texts of the journal do not follow from one another.
    BROKEN,
    /// A write stands before one that had been answered when it was invoked.
    REORDERED,
    /// A prefix of the journal is no case.
    IMPOSSIBLE,
    /// A write did something else than was asked, or should have been refused.
    WRONG,
    /// A refusal that no state in its time explains.
    UNJUSTIFIED,
    /// A read that misses what it has to show.
    INVISIBLE,
    /// A read that shows what was written after it.
    EARLY,
    /// A read that shows no prefix of the journal.
    UNREAL
  }

  /// Something wrong.
  record Violation(Kind kind, String what) {}

  /// @param acknowledged the writes that were acknowledged
  /// @param refused the writes that were refused for what the case is
  /// @param unknown the writes of which it was not heard whether they were made
  /// @param states the prefixes of the journal
  record Report(
      List<Violation> violations,
      int acknowledged,
      int refused,
      int unknown,
      int reads,
      int states) {
    Report {
      violations = List.copyOf(violations);
    }

    long count(Kind kind) {
      return violations.stream().filter(each -> each.kind() == kind).count();
    }

    @Override
    public String toString() {
      Map<Kind, Long> counts = new EnumMap<>(Kind.class);
      violations.forEach(each -> counts.merge(each.kind(), 1L, Long::sum));
      StringBuilder text = new StringBuilder();
      text.append(acknowledged).append(" acknowledged, ").append(refused).append(" refused, ");
      text.append(unknown).append(" unknown, ").append(reads).append(" reads, ");
      text.append(states).append(" states; violations: ").append(counts);
      violations.stream().limit(20).forEach(each -> text.append("\n  ").append(each));
      return text.toString();
    }
  }

  /// The entries of one write.
  private record Transaction(int write, List<Entry> entries) {
    String where() {
      return "entry " + entries.getFirst().number();
    }
  }

  /// The furthest position among operations up to a moment, or the nearest from a moment on.
  private static final class Bounds {
    private final TreeMap<Long, Integer> furthest = new TreeMap<>();
    private final TreeMap<Long, Integer> nearest = new TreeMap<>();

    static Bounds of(List<Write> writes, Map<Integer, Integer> positions) {
      Bounds bounds = new Bounds();
      int most = 0;
      for (Write each : sorted(writes, Comparator.comparingLong(Write::answered))) {
        Integer position = positions.get(each.id());
        if (position != null && each.outcome() == Outcome.ACKNOWLEDGED) {
          most = Math.max(most, position);
          bounds.furthest.put(each.answered(), most);
        }
      }
      int least = Integer.MAX_VALUE;
      for (Write each : sorted(writes, Comparator.comparingLong(Write::invoked).reversed())) {
        Integer position = positions.get(each.id());
        if (position != null) {
          least = Math.min(least, position);
          bounds.nearest.put(each.invoked(), least);
        }
      }
      return bounds;
    }

    private static List<Write> sorted(List<Write> writes, Comparator<Write> order) {
      return writes.stream().sorted(order).toList();
    }

    /// The state that everything acknowledged by then is part of.
    int least(long moment) {
      Map.Entry<Long, Integer> found = furthest.floorEntry(moment);
      return found == null ? 0 : found.getValue();
    }

    /// The last state that nothing invoked from then on is part of.
    int most(long moment, int last) {
      Map.Entry<Long, Integer> found = nearest.ceilingEntry(moment);
      return found == null ? last : found.getValue() - 1;
    }
  }

  private final List<Entry> journal;
  private final List<Write> writes;
  private final List<Read> reads;
  private final List<History.Outage> outages;
  private final long lookAgainNanos;
  private final List<Violation> violations = new ArrayList<>();
  private final List<Transaction> transactions = new ArrayList<>();

  /// The case after each transaction; absent where it is none.
  private final List<Optional<Case>> states = new ArrayList<>();

  private final Map<Integer, Integer> positions = new HashMap<>();
  private final Map<String, Map<String, String>> shown = new HashMap<>();

  private HistoryCheck(List<Entry> journal, History history, long lookAgainNanos) {
    this.journal = journal;
    this.writes = history.writes();
    this.reads = history.reads();
    this.outages = history.outages();
    this.lookAgainNanos = lookAgainNanos;
  }

  /// Judges a history.
  ///
  /// @param journal every entry, the first first; the first transaction is what the journal began
  ///   with
  /// @param lookAgainNanos how long a server may miss what another acknowledged
  static Report of(List<Entry> journal, History history, long lookAgainNanos) {
    return new HistoryCheck(journal, history, lookAgainNanos).check();
  }

  private Report check() {
    split();
    fold();
    writes();
    order();
    effects();
    Bounds all = Bounds.of(writes, positions);
    refusals(all);
    reads(all);
    return new Report(
        violations,
        count(Outcome.ACKNOWLEDGED),
        count(Outcome.REFUSED),
        count(Outcome.UNKNOWN),
        reads.size(),
        states.size());
  }

  private int count(Outcome outcome) {
    return (int) writes.stream().filter(each -> each.outcome() == outcome).count();
  }

  private void wrong(Kind kind, String what) {
    violations.add(new Violation(kind, what));
  }

  /// Splits the journal into transactions.
  private void split() {
    int from = 0;
    for (int i = 1; i <= journal.size(); i++) {
      if (i == journal.size() || !journal.get(i).why().equals(journal.get(from).why())) {
        int write = History.idOf(journal.get(from).why());
        if (write >= 0 && positions.put(write, transactions.size()) != null) {
          wrong(Kind.TWICE, "write " + write + ", again at entry " + (from + 1));
        }
        transactions.add(new Transaction(write, journal.subList(from, i)));
        from = i;
      }
    }
  }

  /// Folds every prefix, and checks that each entry follows from those before it.
  private void fold() {
    Map<String, Map<String, String>> texts = new TreeMap<>();
    long number = 0;
    @Nullable String hash = null;
    for (Transaction each : transactions) {
      for (Entry entry : each.entries) {
        Change change = entry.change();
        Map<String, String> kind = texts.computeIfAbsent(change.kind(), _ -> new TreeMap<>());
        if (entry.number() != number + 1
            || (hash != null && !entry.previous().equals(hash))
            || !Objects.equals(kind.get(change.id()), change.before())) {
          wrong(Kind.BROKEN, "entry " + entry.number() + " of " + change.id());
        }
        number = entry.number();
        hash = entry.hash();
        if (change.after() == null) {
          kind.remove(change.id());
        } else {
          kind.put(change.id(), change.after());
        }
      }
      states.add(read(each, texts));
    }
  }

  private Optional<Case> read(Transaction at, Map<String, Map<String, String>> texts) {
    Map<String, String> files = new LinkedHashMap<>();
    texts.forEach(
        (kind, records) -> {
          if (!records.isEmpty()) {
            files.put(kind + ".yaml", kind + ":\n" + String.join("\n", records.values()));
          }
        });
    return switch (CaseReader.read(files)) {
      case LoadResult.Loaded loaded -> Optional.of(loaded.contents());
      case LoadResult.Rejected rejected -> {
        wrong(Kind.IMPOSSIBLE, at.where() + ": " + rejected.problems().getFirst().sentence());
        yield Optional.empty();
      }
    };
  }

  private void writes() {
    Map<Integer, Write> known = new HashMap<>();
    for (Write each : writes) {
      known.put(each.id(), each);
      boolean isThere = positions.containsKey(each.id());
      switch (each.outcome()) {
        case ACKNOWLEDGED -> {
          if (!isThere) {
            wrong(Kind.LOST, each.toString());
          }
        }
        case REFUSED, NOTHING -> {
          if (isThere) {
            wrong(Kind.UNASKED, "it was said not to be recorded: " + each);
          }
        }
        case UNKNOWN -> {}
      }
    }
    for (Transaction each : transactions.subList(1, transactions.size())) {
      if (!known.containsKey(each.write)) {
        wrong(Kind.UNASKED, "nobody wrote " + each.where());
      }
    }
  }

  /// Goes through the journal: nobody stands behind a write that began after their own had ended.
  private void order() {
    Map<Integer, Write> known = new HashMap<>();
    writes.forEach(each -> known.put(each.id(), each));
    @Nullable Write latest = null;
    for (Transaction each : transactions) {
      Write write = known.get(each.write);
      if (write == null) {
        continue;
      }
      if (latest != null && write.answered() < latest.invoked()) {
        wrong(Kind.REORDERED, write + " stands behind " + latest);
      }
      if (latest == null || write.invoked() > latest.invoked()) {
        latest = write;
      }
    }
  }

  private void effects() {
    for (Write each : writes) {
      Integer position = positions.get(each.id());
      if (position == null || position == 0) {
        continue;
      }
      Optional<Case> before = states.get(position - 1);
      Optional<Case> after = states.get(position);
      if (before.isPresent() && after.isPresent()) {
        Optional<Case> wanted = each.intent().apply(before.get(), journal);
        if (wanted.isEmpty()) {
          wrong(Kind.WRONG, transactions.get(position).where() + " was to be refused: " + each);
        } else if (!wanted.get().equals(after.get())) {
          wrong(Kind.WRONG, transactions.get(position).where() + " did something else: " + each);
        }
      }
    }
  }

  private void refusals(Bounds all) {
    Map<String, Bounds> own = perServer();
    for (Write each : writes) {
      if (each.outcome() != Outcome.REFUSED) {
        continue;
      }
      int least = each.isAtHead() ? all.least(each.invoked()) : least(each, all, own);
      int most = all.most(each.answered(), states.size() - 1);
      boolean explained = false;
      for (int i = least; i <= most && !explained; i++) {
        explained = states.get(i).flatMap(it -> each.intent().apply(it, journal)).isEmpty();
      }
      if (!explained) {
        wrong(Kind.UNJUSTIFIED, "states " + least + " to " + most + " allow " + each);
      }
    }
  }

  private Map<String, Bounds> perServer() {
    Map<String, List<Write>> by = new HashMap<>();
    writes.forEach(each -> by.computeIfAbsent(each.server(), _ -> new ArrayList<>()).add(each));
    Map<String, Bounds> bounds = new HashMap<>();
    by.forEach((server, all) -> bounds.put(server, Bounds.of(all, positions)));
    return bounds;
  }

  private int least(Write write, Bounds all, Map<String, Bounds> own) {
    return least(write.server(), write.invoked(), write.answered(), all, own);
  }

  /// The first state a server may show.
  private int least(
      String server, long invoked, long answered, Bounds all, Map<String, Bounds> own) {
    Bounds mine = own.get(server);
    int least = mine == null ? 0 : mine.least(invoked);
    long since = invoked - lookAgainNanos;
    boolean isCutOff =
        outages.stream()
            .anyMatch(
                each ->
                    each.server().equals(server) && each.from() <= answered && each.to() >= since);
    return isCutOff ? least : Math.max(least, all.least(since));
  }

  /// Reads are laid on the first state each can show; that leaves most room for those after it.
  private void reads(Bounds all) {
    Map<String, Bounds> own = perServer();
    Map<String, List<Read>> by = new HashMap<>();
    reads.forEach(each -> by.computeIfAbsent(each.server(), _ -> new ArrayList<>()).add(each));
    by.forEach(
        (server, list) -> {
          record Laid(long answered, int state) {}
          PriorityQueue<Laid> open = new PriorityQueue<>(Comparator.comparingLong(Laid::answered));
          int reached = 0;
          for (Read each : list.stream().sorted(Comparator.comparingLong(Read::invoked)).toList()) {
            while (!open.isEmpty() && open.peek().answered() <= each.invoked()) {
              reached = Math.max(reached, open.remove().state());
            }
            int least = Math.max(reached, least(server, each.invoked(), each.answered(), all, own));
            int most = all.most(each.answered(), states.size() - 1);
            int found = find(each, least, most);
            if (found >= 0) {
              open.add(new Laid(each.answered(), found));
            } else if (find(each, 0, least - 1) >= 0) {
              wrong(Kind.INVISIBLE, "states " + least + " to " + most + " are not in " + each);
            } else if (find(each, most + 1, states.size() - 1) >= 0) {
              wrong(Kind.EARLY, "states " + least + " to " + most + " are passed in " + each);
            } else {
              wrong(Kind.UNREAL, each.toString());
            }
          }
        });
  }

  private int find(Read read, int from, int to) {
    for (int i = from; i <= to; i++) {
      if (read.versions().equals(shown(i, read.viewer(), read.kind()))) {
        return i;
      }
    }
    return -1;
  }

  private @Nullable Map<String, String> shown(int state, Viewer viewer, String kind) {
    return states
        .get(state)
        .map(it -> shown.computeIfAbsent(state + " " + viewer + kind, _ -> see(it, viewer, kind)))
        .orElse(null);
  }

  /// The version of each record of a kind, as somebody sees it.
  static Map<String, String> see(Case contents, Viewer viewer, String kind) {
    Map<String, String> versions = new HashMap<>();
    for (CaseRecord each : contents.viewFor(viewer).records()) {
      if (RecordForm.of(each).kind().equals(kind)) {
        versions.put(each.id().value(), Version.of(each).value());
      }
    }
    return versions;
  }
}
