package org.parley.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.RecordReader;
import org.parley.casefile.shape.Kinds;
import org.parley.model.CaseRecord;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.round.Round;
import org.parley.model.round.RoundId;
import org.parley.model.round.TabledPackage;
import org.parley.model.text.Instrument;
import org.parley.round.AccordRecords;
import org.parley.round.log.RecordedCase;

/// Finds the case at every moment at which the records of a round changed, its points and parties
/// included.
public final class RoundJournal {

  private final Journal journal;
  private final RoundId round;
  private final RecordReader reader = new RecordReader(List.of());

  /// The last entry about each record, by the last entry of the change that it is part of.
  private final SortedMap<Long, Map<String, Entry>> changes = new TreeMap<>();

  private RoundJournal(Journal journal, RoundId round) {
    this.journal = journal;
    this.round = round;
  }

  /// The case at each of these moments, as mediators see it; none if there never was such a round.
  /// Cost: linear in the entries of the journal.
  public static List<RecordedCase> cases(Journal journal, RoundId round) {
    RoundJournal found = new RoundJournal(journal, round);
    found.collect();
    return found.recorded();
  }

  private void collect() {
    List<Entry> own =
        journal.listOf(round.value()).stream()
            .filter(each -> each.change().kind().equals(Kinds.keyOf(Round.class)))
            .toList();
    if (own.isEmpty()) {
      return;
    }
    add(own);
    add(packages());
    add(
        journal.listOfKind(Kinds.keyOf(Instrument.class)).stream()
            .filter(each -> each.change().id().startsWith(AccordRecords.BEGINNING))
            .toList());
    named(own).forEach(each -> add(journal.listOf(each)));
    changes.headMap(last(own.getFirst())).clear();
  }

  private List<Entry> packages() {
    return journal.listOfKind(Kinds.keyOf(TabledPackage.class)).stream()
        .filter(
            each ->
                texts(each)
                    .anyMatch(
                        record ->
                            record instanceof TabledPackage tabled && tabled.round().equals(round)))
        .toList();
  }

  /// The ids of the points and parties that the round ever named.
  private Set<String> named(List<Entry> own) {
    Set<String> named = new HashSet<>();
    own.stream()
        .flatMap(this::texts)
        .forEach(
            each -> {
              if (each instanceof Round record) {
                record.points().forEach(point -> named.add(point.value()));
                record.parties().forEach(party -> named.add(party.value()));
              }
            });
    return named;
  }

  private Stream<CaseRecord> texts(Entry entry) {
    return Stream.of(entry.change().before(), entry.change().after())
        .flatMap(Stream::ofNullable)
        .map(text -> reader.read(entry.change().kind(), text).record())
        .flatMap(Stream::ofNullable);
  }

  private void add(List<Entry> entries) {
    Entry before = null;
    long last = 0;
    for (Entry each : entries) {
      boolean isSame =
          before != null
              && before.at().equals(each.at())
              && before.who().equals(each.who())
              && before.why().equals(each.why());
      last = isSame ? last : last(each);
      before = each;
      changes.computeIfAbsent(last, _ -> new HashMap<>()).put(each.change().id(), each);
    }
  }

  /// The number of the last entry of the change that an entry is part of.
  private long last(Entry entry) {
    return journal.lastTogether(entry);
  }

  private List<RecordedCase> recorded() {
    List<Long> numbers = List.copyOf(changes.keySet());
    List<Snapshot> snapshots = journal.snapshotsAfter(numbers);
    List<RecordedCase> cases = new ArrayList<>();
    for (int i = 0; i < snapshots.size(); i++) {
      RecordedCase found =
          recorded(changes.getOrDefault(numbers.get(i), Map.of()), snapshots.get(i));
      if (found != null) {
        cases.add(found);
      }
    }
    return List.copyOf(cases);
  }

  /// The case of a moment; null if the records made none then.
  private static @Nullable RecordedCase recorded(Map<String, Entry> changed, Snapshot snapshot) {
    Case contents = snapshot.findCase().orElse(null);
    if (contents == null) {
      return null;
    }
    Map<String, RecordedCase.Author> by = new HashMap<>();
    changed.forEach(
        (id, entry) ->
            by.put(id, new RecordedCase.Author(entry.number(), entry.who(), entry.why())));
    Instant at = changed.values().iterator().next().at();
    return new RecordedCase(snapshot.number(), at, by, contents.viewFor(new Viewer.Mediator()));
  }
}
