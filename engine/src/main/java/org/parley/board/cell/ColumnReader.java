package org.parley.board.cell;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.parley.board.cell.RowReader.Towards;
import org.parley.board.word.Basis;
import org.parley.board.word.Ledger;
import org.parley.board.word.PreparedClaim;
import org.parley.board.word.PreparedClaims;
import org.parley.board.word.Stance;
import org.parley.model.PartyId;
import org.parley.model.claim.Assertion;
import org.parley.model.text.OptionId;
import org.parley.model.text.Subject;

/// Reads the statements on one subject for one party in order of time. Keeps the latest by basis
/// and counterpart, and of each speaker.
final class ColumnReader {

  private final int column;
  private final SubjectClaims.PartyClaims statements;

  /// All its voices; general ones; those towards one other column.
  private final Voices all = new Voices();

  private final Voices general = new Voices();
  private final @Nullable Voices[] towards;

  /// Indexed by the number of a voice.
  private final @Nullable LatestClaims[] bySpeaker;

  private final LatestClaims receipts = new LatestClaims();
  private final List<PreparedClaim> everyReceipt = new ArrayList<>();
  private final List<PreparedClaim> everyChoice = new ArrayList<>();

  /// The acts by which the party consented to any text of the subject.
  private final List<PreparedClaim> consents = new ArrayList<>();

  ColumnReader(PreparedClaims words, SubjectClaims claims, int column) {
    this.column = column;
    this.statements = claims.forColumn(column);
    this.towards = new Voices[words.columns.size()];
    this.bySpeaker = new LatestClaims[statements.bases.size()];
  }

  /// Adds the statements that count. Stances and receipts before a moment were of another text.
  ///
  /// @param since by statement, that moment in seconds
  void read(Ledger ledger, ToLongFunction<PreparedClaim> since) {
    StatementRuns runs = statements.runs;
    if (runs == null) {
      for (int i = 0; i < statements.words.size(); i++) {
        read(i, ledger, since);
      }
    } else {
      for (int i :
          runs.deciding(
              word -> word.end > since.applyAsLong(word) && ledger.counts(word), ledger.end())) {
        read(i, ledger, since);
      }
    }
  }

  private void read(int i, Ledger ledger, ToLongFunction<PreparedClaim> since) {
    PreparedClaim word = statements.words.get(i);
    boolean isChoice = word.stance == null && !word.isReceipt();
    if (!ledger.counts(word)) {
      return;
    }
    if (word.act != null && word.stance == Stance.AGREED && word.reach.isOwnOf(column)) {
      consents.add(word);
    }
    if (isChoice || word.end > since.applyAsLong(word)) {
      if (word.stance != null) {
        addStance(word, statements.voiceOf(i));
      } else if (word.isReceipt()) {
        receipts.add(word);
        everyReceipt.add(word);
      } else {
        everyChoice.add(word);
      }
    }
  }

  private void addStance(PreparedClaim word, int voice) {
    if (isFinalisedAfterAgreement(word, statements.bases.get(voice))) {
      return;
    }
    Basis basis = statements.bases.get(voice);
    all.add(basis, word);
    LatestClaims speaker = bySpeaker[voice];
    if (speaker == null) {
      speaker = new LatestClaims();
      bySpeaker[voice] = speaker;
    }
    speaker.add(word);
    if (word.reach.isGeneral()) {
      general.add(basis, word);
    }
    for (int other : word.reach.counterpartsOf(column)) {
      voicesTowards(other).add(basis, word);
    }
  }

  /// Whether the party finalised a text after it agreed: agreement ad referendum takes none back.
  private boolean isFinalisedAfterAgreement(PreparedClaim word, Basis basis) {
    return word.act != null
        && word.stance == Stance.AD_REFERENDUM
        && basis == Basis.OWN_WORDS
        && LatestClaims.stanceOf(all.own()) == Stance.AGREED;
  }

  private Voices voicesTowards(int other) {
    Voices voices = towards[other];
    if (voices == null) {
      voices = new Voices();
      towards[other] = voices;
    }
    return voices;
  }

  /// The latest statements of each speaker on one basis.
  private List<LatestClaims> speakers(Basis basis) {
    List<LatestClaims> speakers = new ArrayList<>();
    for (int voice = 0; voice < bySpeaker.length; voice++) {
      LatestClaims latest = bySpeaker[voice];
      if (latest != null && statements.bases.get(voice) == basis) {
        speakers.add(latest);
      }
    }
    return speakers;
  }

  /// The stance towards each column; silent towards itself.
  Towards[] towardsEach() {
    Towards[] each = new Towards[towards.length];
    Towards inGeneral = towards(general.counted());
    for (int other = 0; other < each.length; other++) {
      Voices particular = towards[other];
      each[other] =
          other == column
              ? Towards.SILENCE
              : particular == null ? inGeneral : towards(Voices.counted(general, particular));
    }
    return each;
  }

  private static Towards towards(Voices.Counted counted) {
    return counted.words().isEmpty()
        ? Towards.SILENCE
        : new Towards(
            LatestClaims.stanceOf(counted.words()),
            counted.basis(),
            RowReader.speakersOf(counted.words()));
  }

  Voices.Counted counted() {
    return all.counted();
  }

  /// The latest statements about receipt of this very text.
  List<PreparedClaim> receiptsOf(Subject subject) {
    if (everyReceipt.isEmpty()) {
      return List.of();
    }
    LatestClaims direct = new LatestClaims();
    everyReceipt.stream().filter(word -> word.claim.about().contains(subject)).forEach(direct::add);
    return direct.words();
  }

  /// The latest preference of each speaker among the options that settle the subject. The party's
  /// own act of consent ends those before it.
  List<Cell.Preference> preferences() {
    Map<Integer, LatestClaims> speakers = new TreeMap<>();
    for (PreparedClaim word : everyChoice) {
      if (!(word.claim.asserts() instanceof Assertion.Prefers) || isConsentedSince(word)) {
        continue;
      }
      speakers.computeIfAbsent(word.speaker, _ -> new LatestClaims()).add(word);
    }
    List<Cell.Preference> found = new ArrayList<>();
    for (LatestClaims latest : speakers.values()) {
      for (PreparedClaim word : latest.words()) {
        if (word.claim.asserts() instanceof Assertion.Prefers(var option)) {
          found.add(new Cell.Preference(option, word.claim.id()));
        }
      }
    }
    return found;
  }

  /// The options refused in the latest word of each speaker on them. A speaker who later prefers
  /// the option refuses it no more; the party's own act of consent ends refusals before it.
  List<Cell.RefusedOption> refusals() {
    Map<OptionId, Map<Integer, LatestClaims>> byOption = new LinkedHashMap<>();
    for (PreparedClaim word : everyChoice) {
      if (!isConsentedSince(word)) {
        byOption
            .computeIfAbsent(optionOf(word).orElseThrow(), _ -> new TreeMap<>())
            .computeIfAbsent(word.speaker, _ -> new LatestClaims())
            .add(word);
      }
    }
    List<Cell.RefusedOption> found = new ArrayList<>();
    byOption.forEach(
        (option, speakers) ->
            speakers
                .values()
                .forEach(
                    latest ->
                        latest.words().stream()
                            .filter(word -> word.claim.asserts() instanceof Assertion.Refuses)
                            .forEach(
                                word ->
                                    found.add(new Cell.RefusedOption(option, word.claim.id())))));
    return found;
  }

  private boolean isConsentedSince(PreparedClaim word) {
    return consents.stream().anyMatch(word::isBefore);
  }

  /// The option that a statement prefers or refuses.
  static Optional<OptionId> optionOf(PreparedClaim word) {
    return switch (word.claim.asserts()) {
      case Assertion.Prefers(var option) -> Optional.of(option);
      case Assertion.Refuses(var option) -> Optional.of(option);
      default -> Optional.empty();
    };
  }

  /// Reports every contradiction of this cell.
  ///
  /// @return whether there are any
  boolean contested(Subject subject, PartyId party, Contradictions contradictions) {
    List<PreparedClaim> own = all.own();
    boolean contested =
        contradictions.twoVoices(subject, party, column, own, speakers(Basis.OWN_WORDS));
    List<PreparedClaim> denials = Contradictions.denialsAmong(own);
    if (!denials.isEmpty()) {
      List<LatestClaims> coalition = speakers(Basis.THROUGH_COALITION);
      contested |= contradictions.agreementDenied(subject, party, column, coalition, denials);
    }
    List<PreparedClaim> denying = new ArrayList<>(own.isEmpty() ? standingForItself() : own);
    denying.addAll(receipts.words());
    denials = Contradictions.denialsAmong(denying);
    if (!denials.isEmpty()) {
      List<LatestClaims> others = speakers(Basis.HEARSAY);
      contested |= contradictions.agreementDenied(subject, party, column, others, denials);
    }
    contested |= contradictions.notReceivedAfterAll(subject, party, everyReceipt);
    return contested;
  }

  /// The statements of its coalition on its behalf, if it has made none itself.
  private List<PreparedClaim> standingForItself() {
    Voices.Counted counted = all.counted();
    return counted.basis() == Basis.THROUGH_COALITION ? counted.words() : List.of();
  }
}
