package org.parley.board;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.parley.board.cell.Cell;
import org.parley.board.word.Stance;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.claim.Claim;
import org.parley.model.date.Edtf;
import org.parley.model.text.Subject;

/// The agreement of a party to a text that was changed since.
///
/// @param party the party
/// @param subject the instrument or point that it agreed to
/// @param day the latest day of its agreement on record
/// @param records the claims and acts that carry it
public record OlderAgreement(PartyId party, Subject subject, LocalDate day, List<Id> records) {

  public OlderAgreement {
    records = List.copyOf(records);
  }

  /// The agreements on a board that were certainly given before a text had its date.
  public static List<OlderAgreement> list(Board board, Subject subject, Edtf text) {
    List<OlderAgreement> older = new ArrayList<>();
    if (board.rows().stream().noneMatch(each -> each.subject().equals(subject))) {
      return older;
    }
    for (Cell each : board.get(subject).cells()) {
      if (each.stance().sense() == Stance.Sense.FOR) {
        latest(board, each)
            .filter(day -> day.isBefore(text.earliestDay()))
            .ifPresent(
                day -> older.add(new OlderAgreement(each.party(), subject, day, records(each))));
      }
    }
    return List.copyOf(older);
  }

  private static List<Id> records(Cell cell) {
    List<Id> records = new ArrayList<>(cell.claims());
    records.addAll(cell.acts());
    return records;
  }

  private static Optional<LocalDate> latest(Board board, Cell cell) {
    Stream<LocalDate> said =
        cell.claims().stream().map(board.view()::get).map(Claim::said).map(Edtf::latestDay);
    Stream<LocalDate> done =
        board.acts().entries().stream()
            .filter(each -> cell.acts().contains(each.recorded().record()))
            .map(each -> each.act().date().latestDay());
    return Stream.concat(said, done).max(LocalDate::compareTo);
  }
}
