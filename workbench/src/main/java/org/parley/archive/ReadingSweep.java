package org.parley.archive;

import java.util.ArrayList;
import java.util.List;
import org.parley.exact.Budget;
import org.parley.model.cases.CaseView;
import org.parley.sweep.SeedSweep;
import org.parley.sweep.Seeds;

/// Reads some articles of an archive for a case. Seeds number the articles.
///
/// Cost: for each article as [ArchiveReader#rows], one article at a time.
public final class ReadingSweep
    implements SeedSweep<ReadingSweep.ReadArticles, ReadingSweep.ReadSample> {

  private final ArchiveReader reader;
  private final List<ArchivedArticle> articles;

  /// Consecutive articles.
  ///
  /// @param rows of each article in order, with one row at least
  public record ReadArticles(List<List<ProposalRow>> rows) {
    public ReadArticles {
      rows = rows.stream().map(List::copyOf).toList();
    }
  }

  /// The answer.
  ///
  /// @param claims how many of the proposals are claims
  public record ReadSample(int articles, long proposals, long claims) {}

  /// @param view that of the mediator
  public ReadingSweep(CaseView view, List<ArchivedArticle> articles) {
    reader = new ArchiveReader(view);
    this.articles = List.copyOf(articles);
  }

  @Override
  public Seeds seeds() {
    return new Seeds(0, articles.size());
  }

  @Override
  public int partSize() {
    return 1;
  }

  @Override
  public Class<ReadArticles> partType() {
    return ReadArticles.class;
  }

  @Override
  public ReadArticles part(Seeds part, Budget budget) {
    return new ReadArticles(
        part.until(budget.stop()).mapToObj(at -> rows(articles.get((int) at))).toList());
  }

  /// The reader serves one thread at a time.
  private synchronized List<ProposalRow> rows(ArchivedArticle article) {
    return reader.rows(article);
  }

  @Override
  public ReadArticles merged(ReadArticles earlier, ReadArticles next) {
    List<List<ProposalRow>> all = new ArrayList<>(earlier.rows());
    all.addAll(next.rows());
    return new ReadArticles(all);
  }

  @Override
  public long done(ReadArticles merged) {
    return merged.rows().size();
  }

  @Override
  public ReadSample answer(ReadArticles merged) {
    List<ProposalRow> rows = merged.rows().stream().flatMap(List::stream).toList();
    return new ReadSample(
        merged.rows().size(),
        rows.stream().filter(each -> each.number() > 0).count(),
        rows.stream().filter(ProposalRow::isClaim).count());
  }
}
