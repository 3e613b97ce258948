package org.parley.web.board;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.parley.board.Board;
import org.parley.board.cell.Contradiction;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.date.Edtf;
import org.parley.model.party.Membership;
import org.parley.model.party.Party;
import org.parley.web.view.Frame;
import org.parley.web.view.NotOnRecord;
import org.parley.web.view.OpenCase;
import org.parley.web.view.Say;
import org.parley.web.view.ViewedDay;

/// One party: its properties, its stances, and the analyst's conclusions.
///
/// @param open the case
/// @param moment the moment
/// @param party the party
/// @param board the board; null if the party is not a column of it
public record PartyPage(OpenCase open, ViewedDay moment, Party party, @Nullable Board board) {

  /// The page of a party.
  ///
  /// @throws NotOnRecord if there is no such party
  public static PartyPage of(OpenCase open, ViewedDay moment, String id) {
    Party party =
        Id.SYNTAX.matcher(id).matches() ? open.view().find(new PartyId(id)).orElse(null) : null;
    if (party == null) {
      throw new NotOnRecord(
          "party", id, open.view().parties().stream().map(each -> each.id().value()).toList());
    }
    Board board = open.board(moment.asOf());
    return new PartyPage(open, moment, party, board.columns().contains(party.id()) ? board : null);
  }

  public Frame frame() {
    return Frame.of(party.name().text(), open.view().info(), "parties");
  }

  /// The lines of the board, to show this party's column of them.
  public List<BoardPage.Line> lines() {
    return board == null ? List.of() : BoardPage.lines(open, board);
  }

  public List<Contradiction> contradictions() {
    return board == null
        ? List.of()
        : board.contradictions().stream().filter(c -> c.party().equals(party.id())).toList();
  }

  /// The conclusions about it, by author.
  public List<Conclusions> conclusions() {
    return Conclusions.of(
        open.view(),
        open.view().positions().stream().filter(p -> p.party().equals(party.id())).toList());
  }

  /// Those who sit in it on the day shown.
  public List<Membership> sitting() {
    return party.sittingOn(moment.shown());
  }

  /// Those who sat in it before that day, or sit in it after it.
  public List<Membership> sittingAtOtherTimes() {
    return party.memberships().stream().filter(each -> !each.isOn(moment.shown())).toList();
  }

  /// A seat of the party in a body.
  public record SeatHeld(Party body, Membership membership) {}

  /// The seats of the party in bodies, on any day.
  public List<SeatHeld> sitsIn() {
    return open.view().parties().stream()
        .flatMap(
            body ->
                body.memberships().stream()
                    .filter(each -> party.id().equals(each.party()))
                    .map(each -> new SeatHeld(body, each)))
        .toList();
  }

  private enum Period {
    ALWAYS,
    FROM,
    UNTIL,
    BETWEEN
  }

  /// From when to when, in words; empty if neither is on record.
  public static String period(@Nullable Edtf from, @Nullable Edtf until) {
    return Say.text(
        "body.period",
        "kind",
        from == null
            ? (until == null ? Period.ALWAYS : Period.UNTIL)
            : until == null ? Period.FROM : Period.BETWEEN,
        "from",
        from == null ? "" : Say.date(from),
        "until",
        until == null ? "" : Say.date(until));
  }

  /// The coalitions and organisations it is a member of.
  public List<Party> memberOf() {
    return open.view().parties().stream()
        .filter(each -> each.members().contains(party.id()))
        .toList();
  }
}
