package org.parley.exchange.provenance;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.parley.board.Board;
import org.parley.board.cell.Cell;
import org.parley.board.cell.Row;
import org.parley.board.word.Stance;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.act.Act;
import org.parley.model.cases.CaseView;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.model.party.Party;
import org.parley.model.source.Source;
import org.parley.model.source.SourceId;
import org.parley.wording.ActWording;
import org.parley.wording.BoardWording;
import org.parley.wording.Messages;
import tools.jackson.databind.node.ObjectNode;

/// The chain from source to claim to cell to finding, as PROV-JSON.
///
/// A relay is derived from the source it relays, so a chain of reports ends in one primary source.
/// Cells without a word on record are left out.
public final class ProvJson {

  private static final String HEADLINE = ProvDocument.name("finding", "headline");
  private static final String COMPUTING = ProvDocument.name("activity", "board");

  private final CaseView view;
  private final Board board;
  private final ProvDocument out;

  private ProvJson(Board board) {
    this.view = board.view();
    this.board = board;
    byte[] title = view.info().title().text().getBytes(StandardCharsets.UTF_8);
    this.out = new ProvDocument("urn:uuid:" + UUID.nameUUIDFromBytes(title) + "#");
  }

  /// The document of a board. Cost: linear in the records and the cells.
  public static String write(Board board) {
    ProvJson prov = new ProvJson(board);
    prov.view.parties().forEach(prov::add);
    prov.view.sources().forEach(prov::add);
    prov.view.claims().forEach(prov::add);
    prov.view.acts().forEach(prov::add);
    prov.addBoard();
    return prov.out.text();
  }

  private void add(Party party) {
    out.agent(party(party.id()), "prov:Organization", party.label().text());
  }

  private static String party(PartyId id) {
    return ProvDocument.name("party", id.value());
  }

  private static String source(SourceId id) {
    return ProvDocument.name("source", id.value());
  }

  private static String claim(ClaimId id) {
    return ProvDocument.name("claim", id.value());
  }

  private static String act(Id id) {
    return ProvDocument.name("act", id.value());
  }

  /// An agent who is named by words alone.
  private String agent(String kind, String type, String words) {
    UUID id = UUID.nameUUIDFromBytes(words.getBytes(StandardCharsets.UTF_8));
    return out.agent(ProvDocument.name(kind, id.toString()), type, words);
  }

  private void add(Source source) {
    ObjectNode entity = out.entity(source(source.id()), "Source", source.title().text());
    entity.put("parley:date", source.date().toString());
    String address = source.address();
    if (address != null) {
      entity.put("prov:location", address);
    }
    out.attributed(
        source(source.id()), agent("publisher", "prov:Organization", source.publisher()));
    SourceId relays = source.relays();
    if (relays != null) {
      out.derived(source(source.id()), source(relays), null);
    }
  }

  private void add(Claim claim) {
    String name = claim(claim.id());
    out.entity(name, "Claim", claim.words()).put("parley:said", claim.said().toString());
    out.attributed(name, agent("speaker", "prov:Person", claim.speaker()));
    out.attributed(name, party(claim.party()));
    claim.jointly().forEach(each -> out.attributed(name, party(each)));
    for (SourceId each : claim.source()) {
      out.derived(name, source(each), claim.quote() == null ? null : "prov:Quotation");
      SourceId origin = view.originOf(each);
      if (!origin.equals(each)) {
        out.derived(name, source(origin), "prov:PrimarySource");
      }
    }
    claim.supersedes().forEach(each -> out.derived(name, claim(each), "prov:Revision"));
    for (ClaimId each : claim.retracts()) {
      String retraction = ProvDocument.name("activity", "retraction-" + claim.id() + "-" + each);
      out.activity(retraction, "Retraction", claim.words());
      out.used(retraction, name);
      out.invalidated(claim(each), retraction);
    }
  }

  private void add(Act act) {
    String name = act(act.id());
    String words = new ActWording(Messages.current(), view).full(act).text();
    out.entity(name, "Act", words).put("parley:date", act.date().toString());
    act.by().forEach(each -> out.attributed(name, party(each)));
    act.source().forEach(each -> out.derived(name, source(each), null));
    act.supersedes().forEach(each -> out.derived(name, act(each), "prov:Revision"));
  }

  private void addBoard() {
    out.activity(COMPUTING, "Board", "Parley");
    String headline = new BoardWording(Messages.current(), view).summary(board).headline().text();
    out.entity(HEADLINE, "Finding", headline).put("parley:asOf", board.asOf().date().toString());
    out.generated(HEADLINE, COMPUTING);
    addHolders();
    for (Row row : board.rows()) {
      row.cells().forEach(cell -> add(row, cell));
    }
  }

  /// Instruments and steps that hold acts themselves, as earlier case files have them.
  private void addHolders() {
    Set<Id> acts = view.acts().stream().map(Act::id).collect(Collectors.toSet());
    board.rows().stream()
        .flatMap(row -> row.cells().stream())
        .flatMap(cell -> cell.acts().stream())
        .filter(each -> !acts.contains(each))
        .distinct()
        .forEach(each -> out.entity(act(each), "Record", each.value()));
  }

  private void add(Row row, Cell cell) {
    if (cell.claims().isEmpty() && cell.acts().isEmpty()) {
      return;
    }
    String name = ProvDocument.name("cell", row.subject() + "/" + cell.party());
    out.entity(name, "Cell", row.subject() + ", " + cell.party())
        .put("parley:stance", word(cell.stance()))
        .put("parley:asOf", board.asOf().date().toString());
    out.generated(name, COMPUTING);
    out.attributed(name, party(cell.party()));
    cell.claims().forEach(each -> out.derived(name, claim(each), null));
    cell.acts().forEach(each -> out.derived(name, act(each), null));
    out.derived(HEADLINE, name, null);
  }

  private static String word(Stance stance) {
    return stance.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
  }
}
