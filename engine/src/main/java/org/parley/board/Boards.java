package org.parley.board;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.parley.model.AsOf;
import org.parley.model.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.Subject;
import org.parley.model.party.Party;
import org.parley.model.party.PartyId;

/// The boards of one view: what does not depend on the day is prepared once, so that any day costs
/// little.
///
/// Immutable; takes memory linear in the claims.
public final class Boards {

  private static final Comparator<Word> IN_ORDER = Comparator.comparingInt(word -> word.index);

  final CaseView view;
  final List<PartyId> columns;
  final Hierarchy hierarchy;

  /// A word for every claim, in order of time.
  final List<Word> words;

  /// Which of them correct or deny which.
  final Corrections corrections;

  private final Map<Subject, List<Word>> bearing = new HashMap<>();

  private Boards(CaseView view) {
    this.view = view;
    this.columns = view.columns().stream().map(Party::id).toList();
    this.hierarchy = new Hierarchy(view);
    this.words = words();
    this.corrections = new Corrections(words);
    Map<Subject, List<Word>> about = new HashMap<>();
    Map<Subject, List<Word>> aboutParts = new HashMap<>();
    for (Word word : words) {
      for (Subject subject : word.claim.about()) {
        about.computeIfAbsent(subject, _ -> new ArrayList<>()).add(word);
        if (word.bearsOnParts()) {
          aboutParts.computeIfAbsent(subject, _ -> new ArrayList<>()).add(word);
        }
      }
    }
    for (Subject subject : hierarchy.subjects()) {
      List<Word> all = new ArrayList<>(about.getOrDefault(subject, List.of()));
      for (Subject whole : hierarchy.wholesOf(subject)) {
        all.addAll(aboutParts.getOrDefault(whole, List.of()));
      }
      bearing.put(subject, inOrderOnce(all));
    }
  }

  /// The boards of `view`.
  public static Boards of(CaseView view) {
    return new Boards(view);
  }

  /// The board as of a day.
  public Board at(AsOf asOf) {
    return new Board(this, asOf);
  }

  /// The ledger as of a day.
  public Ledger ledger(AsOf asOf) {
    return Ledger.of(this, asOf);
  }

  private List<Word> words() {
    Reach.Finder reach = new Reach.Finder(view, columns);
    Map<String, Integer> speakers = new HashMap<>();
    List<Word> all = new ArrayList<>(view.claims().size());
    for (Claim claim : view.claims()) {
      int speaker = speakers.computeIfAbsent(claim.speaker(), _ -> speakers.size());
      all.add(new Word(all.size(), claim, reach.of(claim), speaker));
    }
    return List.copyOf(all);
  }

  /// The sets of two or more columns that the words standing in `ledger` speak of.
  Set<List<PartyId>> spokenOf(Ledger ledger) {
    Set<Reach> reaches = new LinkedHashSet<>();
    for (Word word : words) {
      if (ledger.counts(word) && !word.reach.isGeneral()) {
        reaches.add(word.reach);
      }
    }
    Set<List<PartyId>> sets = new LinkedHashSet<>();
    for (Reach reach : reaches) {
      List<PartyId> set = new ArrayList<>();
      for (int column = 0; column < columns.size(); column++) {
        if (reach.holdsTowards(column)) {
          set.add(columns.get(column));
        }
      }
      if (set.size() > 1) {
        sets.add(set);
      }
    }
    return sets;
  }

  /// A word about a subject and about a whole it is part of bears on it once.
  private static List<Word> inOrderOnce(List<Word> words) {
    words.sort(IN_ORDER);
    List<Word> once = new ArrayList<>(words.size());
    int last = -1;
    for (Word word : words) {
      if (word.index != last) {
        once.add(word);
        last = word.index;
      }
    }
    return List.copyOf(once);
  }

  /// The words about the subject itself, and those about its wholes that bear on parts, in order of
  /// time.
  List<Word> bearingOn(Subject subject) {
    return bearing.getOrDefault(subject, List.of());
  }
}
