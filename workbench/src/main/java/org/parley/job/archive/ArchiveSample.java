package org.parley.job.archive;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.parley.archive.ArchivedArticle;
import org.parley.archive.ProposalRow;
import org.parley.archive.ReadingSweep.ReadArticles;
import org.parley.job.JobFailedException;
import org.parley.job.JobFile;
import org.parley.job.JobQuestion;
import org.parley.proof.RecordJson;

/// The certificate of a table of proposals: articles with their rows, which can be read again.
///
/// The articles are those with the smallest hashes, so nobody chooses them, and they are the same
/// whatever order files are read in.
final class ArchiveSample {

  private final int most;
  private final TreeMap<String, ArchivedArticle> articles = new TreeMap<>();

  /// @param most how many articles it has, if there are so many
  ArchiveSample(int most) {
    this.most = most;
  }

  void add(String hash, ArchivedArticle article) {
    articles.put(hash, article);
    if (articles.size() > most) {
      articles.pollLastEntry();
    }
  }

  Set<String> hashes() {
    return articles.keySet();
  }

  /// The articles with their rows in a table; empty if it has none of them.
  ///
  /// @param files the case
  /// @param rows those of the articles, in any order
  Optional<JobFile> file(
      Map<String, String> files, String caseHash, Map<String, String> asked, List<ProposalRow> rows)
      throws JobFailedException {
    TreeMap<String, List<ProposalRow>> byArticle =
        rows.stream()
            .sorted(Comparator.comparingInt(ProposalRow::number))
            .collect(
                Collectors.groupingBy(ProposalRow::article, TreeMap::new, Collectors.toList()));
    if (byArticle.isEmpty()) {
      return Optional.empty();
    }
    List<ArchivedArticle> read =
        articles.entrySet().stream()
            .filter(each -> byArticle.containsKey(each.getKey()))
            .map(Map.Entry::getValue)
            .toList();
    List<String> parts = byArticle.values().stream().map(ArchiveSample::part).toList();
    return Optional.of(JobFile.of(new JobQuestion.Reading(files, read), asked, caseHash, parts));
  }

  private static String part(List<ProposalRow> rows) {
    return RecordJson.write(new ReadArticles(List.of(rows)), ReadArticles.class).toString();
  }
}
