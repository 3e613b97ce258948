package org.parley.board.cell;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.parley.board.cell.Cell.Receipt;
import org.parley.board.word.Basis;
import org.parley.board.word.Ledger;
import org.parley.board.word.PreparedClaim;
import org.parley.board.word.PreparedClaims;
import org.parley.board.word.Stance;
import org.parley.model.Id;
import org.parley.model.PartyId;
import org.parley.model.claim.Assertion;
import org.parley.model.claim.ClaimId;
import org.parley.model.source.SourceId;
import org.parley.model.text.Subject;

/// Reads the row of one subject: the cell of each column, and its stance towards each other column.
/// Safe for use by several threads.
public final class RowReader {

  /// The stance of one party towards another on a subject.
  public record Towards(Stance stance, Basis basis, List<PartyId> onTheWordOf) {
    public static final Towards SILENCE = new Towards(Stance.SILENT, Basis.NONE, List.of());
  }

  /// The stance of each column towards each other on one subject.
  public static final class Pairs {

    private final Towards[][] table;

    private Pairs(Towards[][] table) {
      this.table = table;
    }

    /// The stance of column `a` towards column `b`.
    public Towards get(int a, int b) {
      return table[a][b];
    }
  }

  /// A row, its pairs, and what contradicts itself in it.
  public record Result(Row row, Pairs pairs, Contradictions contradictions) {}

  private final PreparedClaims words;
  private final Ledger ledger;

  /// A reader of the claims that stand in `ledger`.
  public RowReader(PreparedClaims words, Ledger ledger) {
    this.words = words;
    this.ledger = ledger;
  }

  /// Reads the row of a subject.
  ///
  /// @param since by statement, the moment before which it was made of another text, in seconds
  public Result read(Subject subject, SubjectClaims claims, ToLongFunction<PreparedClaim> since) {
    List<PartyId> columns = words.columns;
    Contradictions contradictions = new Contradictions();
    List<Cell> cells = new ArrayList<>();
    Towards[][] pairs = new Towards[columns.size()][];
    for (int column = 0; column < columns.size(); column++) {
      ColumnReader reader = new ColumnReader(words, claims, column);
      reader.read(ledger, since);
      pairs[column] = reader.towardsEach();
      cells.add(cell(subject, columns.get(column), reader, contradictions));
    }
    return new Result(new Row(subject, cells), new Pairs(pairs), contradictions);
  }

  private Cell cell(
      Subject subject, PartyId party, ColumnReader reader, Contradictions contradictions) {
    Voices.Counted counted = reader.counted();
    List<PreparedClaim> receipts = reader.receiptsOf(subject);
    return new Cell(
        party,
        LatestClaims.stanceOf(counted.words()),
        counted.basis(),
        speakersOf(counted.words()),
        ids(counted.words()),
        acts(counted.words()),
        independentSources(counted.words()),
        conditions(counted.words()),
        receipt(receipts),
        ids(receipts),
        reader.preferences(),
        reader.refusals(),
        reader.contested(subject, party, contradictions));
  }

  static List<PartyId> speakersOf(List<PreparedClaim> words) {
    if (words.size() == 1) {
      return words.getFirst().reach.spokenBy;
    }
    Set<PartyId> parties = new LinkedHashSet<>();
    words.forEach(word -> parties.addAll(word.claim.parties()));
    return List.copyOf(parties);
  }

  private static List<ClaimId> ids(List<PreparedClaim> words) {
    return words.stream().filter(word -> word.act == null).map(word -> word.claim.id()).toList();
  }

  private static List<Id> acts(List<PreparedClaim> words) {
    return words.stream().filter(word -> word.act != null).map(PreparedClaim::record).toList();
  }

  private int independentSources(List<PreparedClaim> words) {
    Set<SourceId> origins = new LinkedHashSet<>();
    words.forEach(
        word ->
            word.claim.source().forEach(source -> origins.add(this.words.view.originOf(source))));
    return origins.size();
  }

  private static List<String> conditions(List<PreparedClaim> words) {
    List<String> conditions = new ArrayList<>();
    for (PreparedClaim word : words) {
      if (word.claim.asserts() instanceof Assertion.Conditional(String condition)) {
        conditions.add(condition);
      }
    }
    return conditions;
  }

  private static Receipt receipt(List<PreparedClaim> latest) {
    if (latest.isEmpty()) {
      return Receipt.NO_WORD;
    }
    return latest.stream().anyMatch(word -> word.is(Assertion.NotReceived.class))
        ? Receipt.NOT_RECEIVED
        : Receipt.RECEIVED;
  }
}
