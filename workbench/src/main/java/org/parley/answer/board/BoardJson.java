package org.parley.answer.board;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;
import org.parley.board.Agreement;
import org.parley.board.Board;
import org.parley.board.Movement;
import org.parley.board.QuotedShare;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Contradiction;
import org.parley.board.cell.Row;
import org.parley.model.PartyId;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.Claim;
import org.parley.wording.BoardWording;
import org.parley.wording.Messages;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Turns a board into JSON.
public final class BoardJson {

  private final CaseView view;
  private final Board board;
  private final BoardWording wording;

  public BoardJson(CaseView view, Board board) {
    this.view = view;
    this.board = board;
    this.wording = new BoardWording(Messages.current(), view);
  }

  public ObjectNode toJson(Optional<Movement> movement, Optional<PartyId> only) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    json.put("title", view.info().title().text());
    json.put("asOf", board.asOf().date().toString());
    if (!board.asOf().knownAt().equals(LocalDate.MAX)) {
      json.put("knownAt", board.asOf().knownAt().toString());
    }
    json.put("headline", wording.summary(board.summary()).text());
    array(json, "columns", board.columns());
    ArrayNode rows = json.putArray("rows");
    for (Row row : board.rows()) {
      ObjectNode each = rows.addObject();
      each.put("subject", row.subject().toString());
      ArrayNode cells = each.putArray("cells");
      row.cells().stream()
          .filter(cell -> only.isEmpty() || only.get().equals(cell.party()))
          .forEach(cell -> cell(cells.addObject(), cell));
    }
    ArrayNode completeness = json.putArray("completeness");
    board.completeness().forEach(agreement -> agreement(completeness.addObject(), agreement));
    ArrayNode quotes = json.putArray("quotedShares");
    board.quotedShares().forEach(quote -> quote(quotes.addObject(), quote));
    contradictions(json.putArray("contradictions"), board.contradictions());
    movement.ifPresent(what -> movement(json.putObject("moved"), what));
    return json;
  }

  /// How much some parties agree on.
  public static ObjectNode among(Agreement agreement) {
    ObjectNode json = JsonMapper.shared().createObjectNode();
    agreement(json, agreement);
    return json;
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void array(ObjectNode json, String name, Collection<?> values) {
    ArrayNode array = json.putArray(name);
    values.forEach(value -> array.add(value.toString()));
  }

  private static void cell(ObjectNode json, Cell cell) {
    json.put("party", cell.party().value());
    json.put("stance", word(cell.stance()));
    json.put("basis", word(cell.basis()));
    array(json, "onTheWordOf", cell.onTheWordOf());
    array(json, "claims", cell.claims());
    json.put("independentSources", cell.independentSources());
    array(json, "conditions", cell.conditions());
    json.put("receipt", word(cell.receipt()));
    array(json, "receiptClaims", cell.receiptClaims());
    ArrayNode preferences = json.putArray("preferences");
    cell.preferences()
        .forEach(
            each ->
                preferences
                    .addObject()
                    .put("option", each.option().value())
                    .put("claim", each.claim().value()));
    json.put("contested", cell.contested());
  }

  private static void agreement(ObjectNode json, Agreement agreement) {
    array(json, "parties", agreement.parties());
    json.put("agreed", agreement.agreed());
    json.put("agreedByOwnWords", agreement.agreedFirstHand());
    json.put("total", agreement.total());
    json.put("agreedWeight", agreement.agreedWeight());
    json.put("totalWeight", agreement.totalWeight());
    json.put("provisional", agreement.provisional());
    ObjectNode counts = json.putObject("counts");
    agreement.counts().forEach((stance, count) -> counts.put(word(stance), count));
    ArrayNode points = json.putArray("points");
    for (Agreement.PointStanding each : agreement.points()) {
      ObjectNode point = points.addObject();
      point.put("point", each.point().value());
      point.put("stance", word(each.stance()));
      point.put("basis", word(each.basis()));
      array(point, "onTheWordOf", each.onTheWordOf());
    }
  }

  private void quote(ObjectNode json, QuotedShare quote) {
    Claim claim = view.get(quote.claim());
    json.put("claim", claim.id().value());
    if (claim.asserts() instanceof Assertion.Complete(var share)) {
      json.put("share", share.said());
    }
    array(json, "about", claim.about());
    array(json, "between", claim.between());
    json.put("speaker", claim.speaker());
    json.put("party", claim.party().value());
    json.put("said", claim.said().toString());
    quote
        .computed()
        .ifPresent(
            computed -> json.put("agreed", computed.agreed()).put("total", computed.total()));
    json.put("explanation", wording.comparison(quote).text());
  }

  private void contradictions(ArrayNode array, Collection<Contradiction> list) {
    for (Contradiction each : list) {
      ObjectNode json = array.addObject();
      json.put("kind", word(each.kind()));
      json.put("party", each.party().value());
      json.put("first", each.first().value());
      json.put("second", each.second().value());
      array(json, "subjects", each.subjects());
      json.put("words", wording.contradiction(each).text());
    }
  }

  private void movement(ObjectNode json, Movement movement) {
    ArrayNode changes = json.putArray("changes");
    for (Movement.Change each : movement.changes()) {
      ObjectNode change = changes.addObject();
      change.put("subject", each.subject().toString());
      cell(change.putObject("before"), each.before());
      cell(change.putObject("after"), each.after());
      array(change, "movedBy", each.movedBy());
    }
    ArrayNode counts = json.putArray("completeness");
    for (Movement.CompletenessChange each : movement.completeness()) {
      ObjectNode count = counts.addObject();
      array(count, "parties", each.after().parties());
      count.put("before", each.before().agreed()).put("after", each.after().agreed());
    }
    contradictions(json.putArray("newContradictions"), movement.newContradictions());
    contradictions(json.putArray("settledContradictions"), movement.settledContradictions());
    ArrayNode quotes = json.putArray("newQuotedShares");
    movement.newQuotes().forEach(quote -> quote(quotes.addObject(), quote));
  }
}
