package org.parley.round;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.parley.model.PartyId;

/// Asks to see whether a package can be improved: sealed, and revealed only once all parties of the
/// round ask.
///
/// As with answers, nothing else is known of them to anybody. Once all have asked, that stays so.
public final class Asking {

  private Asking() {}

  /// An ask as it arrives.
  ///
  /// @param signedInAs the party whose delegation sends it; null for everyone else
  /// @param by the party in whose name it is sent
  /// @param basis the digest of the sheet it was written on
  /// @param seen how many asks of its party to the package the sender has seen
  /// @param asks whether it asks, as opposed to taking the ask back
  public record ReceivedAsk(
      @Nullable PartyId signedInAs, PartyId by, String basis, int seen, boolean asks) {}

  /// The moment from which all ask; empty while one does not.
  ///
  /// @param asks the entries in the order of receipt; those to other packages are ignored
  public static Optional<Instant> allAsk(TabledSheet sheet, List<SealedAsk> asks, Instant now) {
    Set<PartyId> asking = new HashSet<>();
    String basis = sheet.basis();
    for (SealedAsk each : asks) {
      if (!each.to().equals(sheet.tabled().id())
          || !sheet.parties().contains(each.by())
          || each.at().isAfter(now)) {
        continue;
      }
      if (each.asks() && each.basis().equals(basis)) {
        asking.add(each.by());
      } else {
        asking.remove(each.by());
      }
      if (asking.size() == sheet.parties().size()) {
        return Optional.of(each.at());
      }
    }
    return Optional.empty();
  }

  /// Whether a party asks. For the eyes of that party alone.
  public static boolean own(TabledSheet sheet, List<SealedAsk> asks, PartyId party) {
    boolean asking = false;
    for (SealedAsk each : asks) {
      if (each.to().equals(sheet.tabled().id()) && each.by().equals(party)) {
        asking = each.asks() && each.basis().equals(sheet.basis());
      }
    }
    return asking;
  }

  /// How many asks to a package a party has sent.
  public static int entries(TabledSheet sheet, List<SealedAsk> asks, PartyId party) {
    return Math.toIntExact(
        asks.stream()
            .filter(each -> each.to().equals(sheet.tabled().id()) && each.by().equals(party))
            .count());
  }

  /// The first fault of an ask; empty if it is taken. It depends on the sheet, the party's own asks
  /// and on whether all ask, which everyone knows.
  public static Optional<AnswerFault> fault(
      TabledSheet sheet, List<SealedAsk> asks, ReceivedAsk received, Instant now) {
    if (!received.by().equals(received.signedInAs())) {
      return Optional.of(AnswerFault.ANSWER_FOR_ANOTHER);
    }
    if (!sheet.parties().contains(received.by())) {
      return Optional.of(AnswerFault.NOT_IN_ROUND);
    }
    AnswerFault closed =
        switch (Revelation.of(sheet, List.of(), now).state()) {
          case AnswerState.NotOpen _ -> AnswerFault.ROUND_NOT_OPEN;
          case AnswerState.Superseded _ -> AnswerFault.ANSWER_TO_OLD_VERSION;
          case AnswerState.Taken _, AnswerState.Revealed _ -> null;
        };
    if (closed != null) {
      return Optional.of(closed);
    }
    if (!received.basis().equals(sheet.basis())) {
      return Optional.of(AnswerFault.SHEET_CHANGED);
    }
    if (allAsk(sheet, asks, now).isPresent()) {
      return Optional.of(AnswerFault.ALL_ASKED);
    }
    if (entries(sheet, asks, received.by()) != received.seen()) {
      return Optional.of(AnswerFault.ANSWERED_MEANWHILE);
    }
    return own(sheet, asks, received.by()) == received.asks()
        ? Optional.of(received.asks() ? AnswerFault.ASKED_ALREADY : AnswerFault.NOTHING_TO_WITHDRAW)
        : Optional.empty();
  }
}
