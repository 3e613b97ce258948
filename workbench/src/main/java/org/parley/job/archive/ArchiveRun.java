package org.parley.job.archive;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.parley.archive.ArchiveReader;
import org.parley.archive.ArchivedArticle;
import org.parley.archive.ArticleFault;
import org.parley.archive.BadArticleException;
import org.parley.archive.ProposalRow;
import org.parley.archive.StatementRow;
import org.parley.casefile.CaseWriter;
import org.parley.casefile.ViewHash;
import org.parley.job.JobFailedException;
import org.parley.job.JobFile;
import org.parley.job.JobQuestion;
import org.parley.model.Viewer;
import org.parley.model.cases.Case;
import org.parley.model.cases.CaseView;
import org.parley.proof.BadFindingException;

/// Reads an archive into a folder: articles that are in it already are not read again.
///
/// Articles go to the backend in batches; a batch in the folder is done. So a run that is stopped
/// costs a batch at most. Cost: the hashes of all articles, one batch and the sample, in memory.
public final class ArchiveRun {

  /// The table of proposals in the folder.
  public static final String PROPOSALS = "proposals.parquet";

  /// The table of statements in the folder.
  public static final String STATEMENTS = "statements.parquet";

  /// The most claims that are grouped by statement.
  public static final int MOST_CLAIMS = 2_000_000;

  /// The most articles of a folder.
  static final int MOST_ARTICLES = 20_000_000;

  private static final int WHOLE = 100;
  private static final int BATCH_ARTICLES = 2_000;
  private static final long BATCH_LENGTH = 64L << 20;

  /// Told of lines that are set aside.
  public interface AsideListener {

    /// Tells of a line.
    ///
    /// @param file its path or address
    void aside(String file, long line, BadArticleException why);
  }

  /// Told how far a run is, after each batch.
  public interface ArchiveProgress {

    /// Tells how far it is.
    ///
    /// @param read how many articles were read
    /// @param percent how much of the files was, by their bytes: 0 to 100. A table and a web
    ///   archive count once they end
    void at(long read, int percent);
  }

  /// The lines of the files, by their fate.
  ///
  /// @param read how many articles were read
  /// @param known how many were in the folder, or twice in the files
  /// @param aside how many lines hold no article
  public record ArchiveTally(long read, long known, long aside) {}

  /// The file of the sample in the folder.
  public static final String SAMPLE = "sample.json";

  private final ArchiveBackend backend;
  private final Map<String, String> files;
  private final CaseView view;
  private final String caseText;
  private final String caseHash;
  private final String language;
  private final Path folder;
  private final AsideListener asides;
  private final ArchiveProgress progress;
  private final int batchArticles;
  private final ArchiveSample sample;
  private final List<String> batch = new ArrayList<>();
  private Set<String> done = new HashSet<>();
  private Set<String> ofOthers = Set.of();
  private long batchLength;
  private long read;
  private long known;
  private long aside;
  private long allBytes;
  private long bytesBefore;

  /// The file that is read line by line.
  private @Nullable SeekableByteChannel opened;

  /// @param language that of articles without one
  /// @param sampled how many articles the sample has
  public ArchiveRun(
      ArchiveBackend backend,
      Case contents,
      String language,
      Path folder,
      int sampled,
      AsideListener asides,
      ArchiveProgress progress) {
    this(backend, contents, language, folder, sampled, asides, progress, BATCH_ARTICLES);
  }

  ArchiveRun(
      ArchiveBackend backend,
      Case contents,
      String language,
      Path folder,
      int sampled,
      AsideListener asides,
      ArchiveProgress progress,
      int batchArticles) {
    this.backend = backend;
    this.files = CaseWriter.write(contents);
    this.view = contents.viewFor(new Viewer.Mediator());
    this.caseText = ArchiveReader.text(contents);
    this.caseHash = ViewHash.of(view);
    this.language = language;
    this.folder = folder;
    this.asides = asides;
    this.progress = progress;
    this.batchArticles = batchArticles;
    this.sample = new ArchiveSample(sampled);
  }

  /// Reads all articles of files and folders that are not in the table yet.
  ///
  /// @throws NoSuchFileException if a file does not exist
  public ArchiveTally read(List<Path> inputs) throws IOException, JobFailedException {
    return read(inputs, List.of());
  }

  /// The same, then those of object stores.
  ///
  /// @param stored the addresses of files, or of what they have in common before a slash
  public ArchiveTally read(List<Path> inputs, List<String> stored)
      throws IOException, JobFailedException {
    Path table = folder.resolve(PROPOSALS);
    done = new HashSet<>(backend.articles(table));
    ofOthers = backend.articlesOfOthers(table, caseHash);
    List<Path> files = files(inputs);
    for (Path each : files) {
      allBytes += Files.size(each);
    }
    List<ArchiveBackend.StoredFile> objects = new ArrayList<>();
    for (String each : stored) {
      objects.addAll(objects(each));
    }
    allBytes += objects.stream().mapToLong(ArchiveBackend.StoredFile::bytes).sum();
    for (Path each : files) {
      file(each, each.toString());
      bytesBefore += Files.size(each);
    }
    for (ArchiveBackend.StoredFile each : objects) {
      object(each);
      bytesBefore += each.bytes();
    }
    flush();
    return new ArchiveTally(read, known, aside);
  }

  private List<ArchiveBackend.StoredFile> objects(String address) throws JobFailedException {
    List<ArchiveBackend.StoredFile> objects =
        backend.stored(address).stream()
            .filter(each -> each.address().equals(address) || isArchive(each.address()))
            .toList();
    if (objects.isEmpty()) {
      throw new JobFailedException(
          "no file of articles at \"" + address + "\". Maybe correct the address", null);
    }
    return objects;
  }

  private void object(ArchiveBackend.StoredFile object) throws IOException, JobFailedException {
    Path copy = Files.createTempFile("parley-archive", ".tmp");
    try {
      backend.fetch(object, copy);
      file(copy, object.address());
    } finally {
      Files.deleteIfExists(copy);
    }
  }

  /// @param told its path or address
  private void file(Path file, String told) throws IOException, JobFailedException {
    if (isParquet(told)) {
      parquet(file, told);
    } else if (isWarc(told)) {
      pages(file, told);
    } else {
      lines(file, told);
    }
  }

  /// Groups all claims of the folder by statement.
  ///
  /// @return how many statements there are; -1 if the claims are too many
  public int group() throws JobFailedException {
    List<ProposalRow> claims = backend.claims(folder.resolve(PROPOSALS));
    if (claims.size() > MOST_CLAIMS) {
      return -1;
    }
    List<StatementRow> rows = StatementRow.of(view, claims);
    backend.write(rows, folder.resolve(STATEMENTS));
    return rows.stream().mapToInt(StatementRow::statement).max().orElse(0);
  }

  /// The certificate of the table: the articles with the smallest hashes that were read for this
  /// case, each with its rows in the table. An article counts if its text is in the files of this
  /// run, or in an earlier sample.
  ///
  /// @param asked the options of the command, by name
  /// @return empty if there is no such article
  public Optional<JobFile> sample(Map<String, String> asked)
      throws IOException, JobFailedException {
    addEarlier();
    List<ProposalRow> rows =
        backend.rows(folder.resolve(PROPOSALS), sample.hashes()).stream()
            .filter(each -> each.caseHash().equals(caseHash))
            .toList();
    return sample.file(files, caseHash, asked, rows);
  }

  private void addEarlier() throws IOException {
    Path earlier = folder.resolve(SAMPLE);
    if (!Files.exists(earlier)) {
      return;
    }
    try {
      if (JobFile.parse(Files.readString(earlier)).question()
          instanceof JobQuestion.Reading(var _, var articles)) {
        articles.forEach(each -> sampled(each.hash(), each));
      }
    } catch (BadFindingException _) {
      // a sample that was cut or altered is written anew from the articles of this run
    }
  }

  /// The files in order, those of folders by name.
  private static List<Path> files(List<Path> inputs) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path each : inputs) {
      if (!Files.exists(each)) {
        throw new NoSuchFileException(each.toString());
      }
      try (Stream<Path> inside = Files.walk(each)) {
        inside
            .filter(Files::isRegularFile)
            .filter(file -> file.equals(each) || isArchive(file.toString()))
            .sorted()
            .forEach(files::add);
      } catch (UncheckedIOException e) {
        throw e.getCause();
      }
    }
    return files;
  }

  private static boolean isArchive(String file) {
    String name = name(file);
    return !name.startsWith(".")
        && !name.startsWith("_")
        && (name.endsWith(".jsonl")
            || name.endsWith(".ndjson")
            || name.endsWith(".jsonl.gz")
            || name.endsWith(".ndjson.gz")
            || isWarc(file)
            || isParquet(file));
  }

  /// Web archives, and their texts: `crawl.warc.gz`, `crawl.warc.wet.gz`.
  private static boolean isWarc(String file) {
    return name(file).matches(".*\\.warc(\\.wet)?(\\.gz)?");
  }

  private static boolean isParquet(String file) {
    return name(file).endsWith(".parquet");
  }

  /// The last part of a path or address, in small letters.
  private static String name(String file) {
    return file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf(File.separatorChar)) + 1)
        .toLowerCase(Locale.ROOT);
  }

  private void lines(Path file, String told) throws IOException, JobFailedException {
    try (SeekableByteChannel channel = Files.newByteChannel(file);
        InputStream raw = Channels.newInputStream(channel);
        InputStream in = name(told).endsWith(".gz") ? new GZIPInputStream(raw) : raw) {
      opened = channel;
      BoundedLines lines = new BoundedLines(in);
      long number = 1;
      for (BoundedLines.Line line = lines.next(); line != null; line = lines.next()) {
        if (line.fault() != null) {
          aside(told, number, new BadArticleException(line.fault(), "", ""));
        } else if (!line.text().isBlank()) {
          take(told, number, line.text());
        }
        number++;
      }
    } finally {
      opened = null;
    }
  }

  private void parquet(Path file, String told) throws JobFailedException {
    long[] number = {0};
    backend.rows(file, row -> take(told, ++number[0], row));
  }

  private void pages(Path file, String told) throws JobFailedException {
    long[] number = {0};
    backend.pages(
        file,
        language,
        new ArchiveBackend.PageListener() {
          @Override
          public void row(String json) throws JobFailedException {
            take(told, ++number[0], json);
          }

          @Override
          public void fault(ArticleFault fault) {
            aside(told, ++number[0], new BadArticleException(fault, "", ""));
          }
        });
  }

  private void take(String file, long line, String text) throws JobFailedException {
    ArchivedArticle article;
    try {
      article = ArchivedArticle.of(text, language);
    } catch (BadArticleException e) {
      aside(file, line, e);
      return;
    }
    String hash = article.hash();
    sampled(hash, article);
    if (!done.add(hash)) {
      known++;
      return;
    }
    if (done.size() > MOST_ARTICLES) {
      throw new JobFailedException(
          "reading more than "
              + MOST_ARTICLES
              + " articles into one folder. Maybe name another --out for the rest",
          null);
    }
    String json = article.json();
    batch.add(json);
    batchLength += json.length();
    if (batch.size() >= batchArticles || batchLength >= BATCH_LENGTH) {
      flush();
    }
  }

  private void sampled(String hash, ArchivedArticle article) {
    if (!ofOthers.contains(hash)) {
      sample.add(hash, article);
    }
  }

  private void aside(String file, long line, BadArticleException why) {
    aside++;
    asides.aside(file, line, why);
  }

  /// How much of the files was read, by their bytes.
  private int percent() throws JobFailedException {
    try {
      long bytes = bytesBefore + (opened == null ? 0 : opened.position());
      return allBytes == 0 ? WHOLE : (int) Math.min(WHOLE, WHOLE * bytes / allBytes);
    } catch (IOException e) {
      throw new JobFailedException("looking where a file is read: " + e.getMessage(), e);
    }
  }

  private void flush() throws JobFailedException {
    if (batch.isEmpty()) {
      return;
    }
    backend.read(caseText, List.copyOf(batch), folder.resolve(PROPOSALS));
    read += batch.size();
    batch.clear();
    batchLength = 0;
    progress.at(read, percent());
  }
}
