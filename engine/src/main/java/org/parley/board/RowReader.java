package org.parley.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.parley.board.Cell.Receipt;
import org.parley.model.Assertion;
import org.parley.model.CaseView;
import org.parley.model.ClaimId;
import org.parley.model.PartyId;
import org.parley.model.Point;
import org.parley.model.SourceId;
import org.parley.model.Subject;

/// Reads the row of one subject from the words that bear on it: the cell of each column, and how
/// each column stands towards each other.
final class RowReader {

  /// How one party stands towards another on a subject.
  record Towards(Stance stance, Basis basis, List<PartyId> onTheWordOf) {
    static final Towards SILENCE = new Towards(Stance.SILENT, Basis.NONE, List.of());
  }

  /// A row and its pairs: the b-th of the a-th is how column a stands towards column b.
  record Result(Row row, List<List<Towards>> pairs) {}

  private final CaseView view;
  private final List<PartyId> columns;
  private final Hierarchy hierarchy;
  private final Map<Subject, List<Word>> about = new HashMap<>();
  private final Contradictions contradictions;

  RowReader(
      CaseView view,
      List<PartyId> columns,
      Hierarchy hierarchy,
      List<Word> words,
      Contradictions contradictions) {
    this.view = view;
    this.columns = columns;
    this.hierarchy = hierarchy;
    this.contradictions = contradictions;
    for (Word word : words) {
      for (Subject subject : word.claim.about()) {
        about.computeIfAbsent(subject, _ -> new ArrayList<>()).add(word);
      }
    }
  }

  Result read(Subject subject) {
    List<Word> bearing = bearingOn(subject);
    int width = columns.size();
    List<List<Towards>> pairs = new ArrayList<>();
    List<Cell> cells = new ArrayList<>();
    for (int column = 0; column < width; column++) {
      Voices voices = voices(bearing, column);
      List<Towards> towardsOthers = new ArrayList<>();
      for (int other = 0; other < width; other++) {
        int towards = other;
        towardsOthers.add(
            other == column
                ? Towards.SILENCE
                : towards(voices.where(word -> word.holdsTowards(towards))));
      }
      pairs.add(towardsOthers);
      cells.add(cell(subject, column, bearing, voices));
    }
    return new Result(new Row(subject, cells), pairs);
  }

  private List<Word> bearingOn(Subject subject) {
    List<Word> own = about.getOrDefault(subject, List.of());
    List<Subject> wholes = hierarchy.wholesOf(subject);
    boolean inherits = wholes.stream().anyMatch(about::containsKey);
    if (!inherits) {
      return own;
    }
    Set<Word> bearing = new LinkedHashSet<>(own);
    for (Subject whole : wholes) {
      for (Word word : about.getOrDefault(whole, List.of())) {
        boolean receipt = word.is(Assertion.Received.class) || word.is(Assertion.NotReceived.class);
        if (receipt || (word.stance != null && word.stance.bearsOnParts())) {
          bearing.add(word);
        }
      }
    }
    return new ArrayList<>(bearing);
  }

  /// The words that express a stance, by the basis on which they are words of one column.
  private record Voices(Words own, Words coalition, Words hearsay) {

    Voices where(Predicate<Word> condition) {
      return new Voices(own.where(condition), coalition.where(condition), hearsay.where(condition));
    }

    Basis basis() {
      return !own.isEmpty()
          ? Basis.OWN_WORDS
          : !coalition.isEmpty()
              ? Basis.THROUGH_COALITION
              : !hearsay.isEmpty() ? Basis.HEARSAY : Basis.NONE;
    }

    List<Word> latest() {
      return switch (basis()) {
        case OWN_WORDS -> own.latest();
        case THROUGH_COALITION -> coalition.latest();
        case HEARSAY -> hearsay.latest();
        case NONE -> List.of();
      };
    }
  }

  private static Voices voices(List<Word> bearing, int column) {
    Voices voices = new Voices(new Words(), new Words(), new Words());
    for (Word word : bearing) {
      if (word.stance == null) {
        continue;
      }
      switch (word.roleFor(column)) {
        case OWN_WORDS -> voices.own.add(word);
        case THROUGH_COALITION -> voices.coalition.add(word);
        case HEARSAY -> voices.hearsay.add(word);
        case NONE -> {}
      }
    }
    return voices;
  }

  private static Towards towards(Voices voices) {
    List<Word> latest = voices.latest();
    return latest.isEmpty()
        ? Towards.SILENCE
        : new Towards(Words.stanceOf(latest), voices.basis(), speakersOf(latest));
  }

  private static List<PartyId> speakersOf(List<Word> words) {
    Set<PartyId> parties = new LinkedHashSet<>();
    words.forEach(word -> parties.add(word.claim.party()));
    return List.copyOf(parties);
  }

  private Cell cell(Subject subject, int column, List<Word> bearing, Voices voices) {
    PartyId party = columns.get(column);
    Words receipts = new Words();
    Words preferences = new Words();
    for (Word word : bearing) {
      if (word.claim.party().equals(party)) {
        if (word.is(Assertion.Received.class) || word.is(Assertion.NotReceived.class)) {
          receipts.add(word);
        } else if (word.is(Assertion.Prefers.class)) {
          preferences.add(word);
        }
      }
    }
    List<Word> latest = voices.latest();
    List<Word> latestReceipts = receipts.latest();
    boolean contested = contested(subject, party, column, voices, receipts, latestReceipts);
    return new Cell(
        party,
        Words.stanceOf(latest),
        voices.basis(),
        speakersOf(latest),
        ids(latest),
        independentSources(latest),
        conditions(latest),
        receipt(latestReceipts),
        ids(latestReceipts),
        preferences(subject, preferences),
        contested);
  }

  private boolean contested(
      Subject subject,
      PartyId party,
      int column,
      Voices voices,
      Words receipts,
      List<Word> latestReceipts) {
    boolean voicesDiffer = contradictions.twoVoices(subject, party, column, voices.own);
    boolean againstCoalition =
        contradictions.agreementDenied(
            subject, party, column, voices.coalition, voices.own.latest());
    List<Word> denials =
        new ArrayList<>(voices.own.isEmpty() ? voices.coalition.latest() : voices.own.latest());
    denials.addAll(latestReceipts);
    boolean denied =
        contradictions.agreementDenied(subject, party, column, voices.hearsay, denials);
    boolean lost = contradictions.notReceivedAfterAll(subject, party, receipts);
    return voicesDiffer || againstCoalition || denied || lost;
  }

  private static List<ClaimId> ids(List<Word> words) {
    return words.stream().map(word -> word.claim.id()).toList();
  }

  private int independentSources(List<Word> words) {
    Set<SourceId> origins = new LinkedHashSet<>();
    words.forEach(
        word -> word.claim.source().forEach(source -> origins.add(view.originOf(source))));
    return origins.size();
  }

  private static List<String> conditions(List<Word> words) {
    List<String> conditions = new ArrayList<>();
    for (Word word : words) {
      if (word.claim.asserts() instanceof Assertion.Conditional(String condition)) {
        conditions.add(condition);
      }
    }
    return conditions;
  }

  private static Receipt receipt(List<Word> latest) {
    if (latest.isEmpty()) {
      return Receipt.NO_WORD;
    }
    return latest.stream().anyMatch(word -> word.is(Assertion.NotReceived.class))
        ? Receipt.NOT_RECEIVED
        : Receipt.RECEIVED;
  }

  /// The latest preference of each speaker, where the option settles this very point.
  private List<Cell.Preference> preferences(Subject subject, Words words) {
    Map<String, Words> bySpeaker = new TreeMap<>();
    for (Word word : words.all()) {
      if (word.claim.asserts() instanceof Assertion.Prefers(var option)) {
        Point settles = view.pointOf(option);
        if (settles.id().equals(subject)) {
          bySpeaker.computeIfAbsent(word.claim.speaker(), _ -> new Words()).add(word);
        }
      }
    }
    List<Cell.Preference> preferences = new ArrayList<>();
    for (Words each : bySpeaker.values()) {
      for (Word word : each.latest()) {
        if (word.claim.asserts() instanceof Assertion.Prefers(var option)) {
          preferences.add(new Cell.Preference(option, word.claim.id()));
        }
      }
    }
    return preferences;
  }
}
