package org.parley.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.parley.board.RowReader.Towards;
import org.parley.model.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Subject;
import org.parley.model.party.PartyId;

/// Hears the words that bear on one subject, in order of time, for one party, and keeps what its
/// cell needs: the latest words by basis and counterpart, and the latest of each speaker.
final class ColumnReader {

  private final CaseView view;
  private final int column;

  /// All its voices; those that hold towards everyone; those that hold towards one other column.
  private final Voices all = new Voices();

  private final Voices general = new Voices();
  private final Voices[] towards;

  private final Map<Integer, Latest> ownSpeakers = new HashMap<>();
  private final Map<Integer, Latest> coalitionSpeakers = new HashMap<>();
  private final Map<Integer, Latest> otherSpeakers = new HashMap<>();
  private final Latest receipts = new Latest();
  private final List<Word> everyReceipt = new ArrayList<>();
  private final List<Word> everyPreference = new ArrayList<>();

  ColumnReader(CaseView view, int width, int column) {
    this.view = view;
    this.column = column;
    this.towards = new Voices[width];
  }

  void hear(Word word) {
    if (word.stance != null) {
      hearStance(word);
    } else if (word.reach.speaker == column) {
      if (word.isReceipt()) {
        receipts.add(word);
        everyReceipt.add(word);
      } else if (word.is(Assertion.Prefers.class)) {
        everyPreference.add(word);
      }
    }
  }

  private void hearStance(Word word) {
    Basis role = word.reach.roleFor(column);
    if (role == Basis.NONE) {
      return;
    }
    all.add(role, word);
    speakers(role).computeIfAbsent(word.speaker, _ -> new Latest()).add(word);
    if (word.reach.isGeneral()) {
      general.add(role, word);
      return;
    }
    for (int other = 0; other < towards.length; other++) {
      if (other != column && word.reach.holdsTowards(other)) {
        voicesTowards(other).add(role, word);
      }
    }
  }

  private Map<Integer, Latest> speakers(Basis role) {
    return switch (role) {
      case OWN_WORDS -> ownSpeakers;
      case THROUGH_COALITION -> coalitionSpeakers;
      case HEARSAY, NONE -> otherSpeakers;
    };
  }

  private Voices voicesTowards(int other) {
    if (towards[other] == null) {
      towards[other] = new Voices();
    }
    return towards[other];
  }

  /// How it stands towards each column; silent towards itself.
  List<Towards> towardsEach(int width) {
    List<Towards> each = new ArrayList<>(width);
    for (int other = 0; other < width; other++) {
      each.add(other == column ? Towards.SILENCE : towards(other));
    }
    return each;
  }

  private Towards towards(int other) {
    Voices.Counted counted =
        towards[other] == null ? general.counted() : Voices.counted(general, towards[other]);
    if (counted.words().isEmpty()) {
      return Towards.SILENCE;
    }
    List<PartyId> speakers = RowReader.speakersOf(counted.words());
    return new Towards(Latest.stanceOf(counted.words()), counted.basis(), speakers);
  }

  Voices.Counted counted() {
    return all.counted();
  }

  /// The latest word on whether the party has this very text.
  List<Word> receiptsOf(Subject subject) {
    Latest direct = new Latest();
    everyReceipt.stream().filter(word -> word.claim.about().contains(subject)).forEach(direct::add);
    return direct.words();
  }

  /// The latest preference of each speaker among the options that settle this very subject.
  List<Cell.Preference> preferences(Subject subject) {
    Map<Integer, Latest> speakers = new TreeMap<>();
    for (Word word : everyPreference) {
      if (word.claim.asserts() instanceof Assertion.Prefers(var option)
          && view.pointOf(option).id().equals(subject)) {
        speakers.computeIfAbsent(word.speaker, _ -> new Latest()).add(word);
      }
    }
    List<Cell.Preference> found = new ArrayList<>();
    for (Latest latest : speakers.values()) {
      for (Word word : latest.words()) {
        if (word.claim.asserts() instanceof Assertion.Prefers(var option)) {
          found.add(new Cell.Preference(option, word.claim.id()));
        }
      }
    }
    return found;
  }

  /// Reports every contradiction that touches this cell.
  ///
  /// @return whether there is any
  boolean contested(Subject subject, PartyId party, Contradictions contradictions) {
    List<Word> own = all.own();
    List<Word> denials = new ArrayList<>(own.isEmpty() ? standingForItself() : own);
    denials.addAll(receipts.words());
    boolean twoVoices = contradictions.twoVoices(subject, party, column, own, ownSpeakers.values());
    boolean coalition =
        contradictions.agreementDenied(subject, party, column, coalitionSpeakers.values(), own);
    boolean denied =
        contradictions.agreementDenied(subject, party, column, otherSpeakers.values(), denials);
    boolean lost = contradictions.notReceivedAfterAll(subject, party, everyReceipt);
    return twoVoices || coalition || denied || lost;
  }

  /// What its coalition says for it, where it does not speak itself.
  private List<Word> standingForItself() {
    Voices.Counted counted = all.counted();
    return counted.basis() == Basis.THROUGH_COALITION ? counted.words() : List.of();
  }
}
