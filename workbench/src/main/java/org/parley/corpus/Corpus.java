package org.parley.corpus;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexFormatTooNewException;
import org.apache.lucene.index.IndexFormatTooOldException;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NIOFSDirectory;
import org.jspecify.annotations.Nullable;
import org.parley.exchange.reference.ReferenceShelf;
import org.parley.reading.source.Articles;
import org.parley.reading.source.WholeText;
import org.parley.wording.Complaint;

/// A user's own texts of agreements: a folder with a copy of each file, byte by byte, and an index
/// of their passages.
///
/// Safe to share between threads and processes. One of them adds at a time; a reader sees what had
/// been added when it asked.
public final class Corpus {

  /// No more than so many passages of one text are given, so that a long text leaves room.
  static final int MOST_OF_ONE_TEXT = 3;

  /// Kept, since a logger without a reference forgets its level. Lucene warns of a vector module
  /// that stems do not need.
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  static {
    LUCENE.setLevel(Level.SEVERE);
  }

  private static final String INDEX = "index";
  private static final String KIND = "kind";
  private static final String ID = "id";
  private static final String NAME = "name";
  private static final String TITLE = "title";
  private static final String AGREEMENT = "agreement";
  private static final String COUNT = "passages";
  private static final String NUMBER = "number";
  private static final String HEADING = "heading";
  private static final String WORDS = "words";
  private static final int ID_LENGTH = 16;
  private static final int LONGEST_TITLE = 160;

  /// "ag1234_62c4.pdf", "PAX-1234.txt", "1234_Agreement.html": the number in PA-X.
  private static final Pattern NUMBER_IN_NAME =
      Pattern.compile("(?i)(?:^|[^a-z])(?:ag|pax|agt)[-_ ]?(\\d{1,5})(?!\\d)|^(\\d{1,5})[-_. ]");

  private static final Pattern READABLE =
      Pattern.compile("(?i).*\\.(?:pdf|docx|odt|html?|xhtml|txt|md)");

  private final @Nullable Path folder;

  private Corpus(@Nullable Path folder) {
    this.folder = folder;
  }

  /// The corpus in a folder, which need not exist yet; without a folder none can be added.
  public static Corpus at(Optional<Path> folder) {
    return new Corpus(folder.orElse(null));
  }

  /// The corpus that lies in the folder of a user's copies of collections.
  public static Corpus of(ReferenceShelf shelf) {
    return at(shelf.folder().map(each -> each.resolve("texts")));
  }

  /// Whether a path is a text by its name: PDF, DOCX, ODT, HTML or plain text; also any folder.
  public static boolean isText(Path path) {
    return Files.isDirectory(path) || READABLE.matcher(path.toString()).matches();
  }

  /// The files of a folder that are texts by their name, in the order of their paths.
  ///
  /// @throws CorpusException if there is none
  public static List<Path> filesOf(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> all = Files.walk(path)) {
      List<Path> found =
          all.filter(Files::isRegularFile)
              .filter(each -> READABLE.matcher(each.toString()).matches())
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new CorpusException(
            path.toString(), new Complaint(CorpusFault.Plain.NO_TEXT_IN_FOLDER));
      }
      return found;
    }
  }

  /// Reads a file, keeps a copy of it, and indexes its passages. A file that was added before is
  /// indexed anew under its present name.
  ///
  /// @throws CorpusException if it has no words that can be read, or another process is adding
  public CorpusText add(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    byte[] bytes = bytes(file);
    WholeText source;
    try {
      source = Articles.wholeText(bytes);
    } catch (IOException e) {
      throw new CorpusException(
          file.toString(),
          new Complaint(
              new CorpusFault.TextWithoutWords(
                  String.valueOf(e.getMessage()).replaceFirst("\\. Maybe .*", ""))),
          e);
    }
    List<PassageSplitter.Part> parts = PassageSplitter.of(source.words());
    String id = sha256(bytes).substring(0, ID_LENGTH);
    CorpusText text =
        new CorpusText(id, name, title(source, parts, name), number(name), parts.size());
    Path place = folder;
    if (place == null) {
      throw new CorpusException(
          file.toString(), new Complaint(CorpusFault.Plain.NO_PLACE_FOR_TEXTS));
    }
    Files.createDirectories(place);
    keep(place, id, name, bytes);
    write(
        place,
        writer -> {
          writer.deleteDocuments(new Term(ID, id));
          List<Document> all = new ArrayList<>();
          all.add(document(text));
          parts.forEach(each -> all.add(document(id, each)));
          writer.addDocuments(all);
        });
    return text;
  }

  /// Takes a text out, and deletes its copy.
  ///
  /// @throws CorpusException if there is no such text
  public CorpusText remove(String id) throws IOException {
    CorpusText text =
        texts().stream()
            .filter(each -> each.id().equals(id))
            .findFirst()
            .orElseThrow(
                () -> new CorpusException(id, new Complaint(new CorpusFault.UnknownText(id))));
    Path place = folder;
    if (place != null) {
      write(place, writer -> writer.deleteDocuments(new Term(ID, id)));
      Files.deleteIfExists(copy(place, id, text.name()));
    }
    return text;
  }

  /// The texts, by title.
  public List<CorpusText> texts() throws IOException {
    return read(
        List.of(),
        searcher -> {
          Query all = new TermQuery(new Term(KIND, "text"));
          List<CorpusText> found = new ArrayList<>();
          int most = Math.max(1, searcher.getIndexReader().maxDoc());
          for (ScoreDoc each : searcher.search(all, most).scoreDocs) {
            found.add(text(searcher.storedFields().document(each.doc)));
          }
          found.sort(Comparator.comparing(CorpusText::title).thenComparing(CorpusText::id));
          return found;
        });
  }

  /// The passages that fit best, the best first; equally good ones in the order of their texts.
  public List<TextPassage> find(PassageQuery query) throws IOException {
    return read(
        List.of(),
        searcher -> {
          PassageSearch search = PassageSearch.of(query, WORDS, HEADING);
          return search.isEmpty() || query.most() == 0
              ? List.of()
              : found(searcher, search, query.most());
        });
  }

  private static List<TextPassage> found(IndexSearcher searcher, PassageSearch search, int most)
      throws IOException {
    List<TextPassage> found = new ArrayList<>();
    Map<String, Integer> ofText = new HashMap<>();
    int candidates = Math.max(1, searcher.getIndexReader().maxDoc());
    int wanted = Math.min(candidates, most * 20 + 100);
    for (ScoreDoc each : searcher.search(search.query(), wanted).scoreDocs) {
      Document document = searcher.storedFields().document(each.doc);
      String id = document.get(ID);
      if (found.size() < most && ofText.merge(id, 1, Integer::sum) <= MOST_OF_ONE_TEXT) {
        String words = document.get(WORDS);
        found.add(
            new TextPassage(
                textOf(searcher, id),
                document.getField(NUMBER).numericValue().intValue(),
                document.get(HEADING),
                words,
                search.marks(words)));
      }
    }
    return found;
  }

  private static CorpusText textOf(IndexSearcher searcher, String id) throws IOException {
    Query query =
        new BooleanQuery.Builder()
            .add(new TermQuery(new Term(ID, id)), BooleanClause.Occur.FILTER)
            .add(new TermQuery(new Term(KIND, "text")), BooleanClause.Occur.FILTER)
            .build();
    return text(searcher.storedFields().document(searcher.search(query, 1).scoreDocs[0].doc));
  }

  private static Document document(CorpusText text) {
    Document document = new Document();
    document.add(new StringField(KIND, "text", Field.Store.NO));
    document.add(new StringField(ID, text.id(), Field.Store.YES));
    document.add(new StoredField(NAME, text.name()));
    document.add(new StoredField(TITLE, text.title()));
    document.add(new StoredField(COUNT, text.passages()));
    Integer agreement = text.agreement();
    if (agreement != null) {
      document.add(new StoredField(AGREEMENT, agreement));
    }
    return document;
  }

  private static Document document(String id, PassageSplitter.Part part) {
    Document document = new Document();
    document.add(new StringField(ID, id, Field.Store.YES));
    document.add(new StoredField(NUMBER, part.number()));
    document.add(new TextField(WORDS, part.words(), Field.Store.YES));
    String heading = part.heading();
    if (heading != null) {
      document.add(new TextField(HEADING, heading, Field.Store.YES));
    }
    return document;
  }

  private static CorpusText text(Document document) {
    IndexableField agreement = document.getField(AGREEMENT);
    return new CorpusText(
        document.get(ID),
        document.get(NAME),
        document.get(TITLE),
        agreement == null ? null : Integer.valueOf(agreement.numericValue().intValue()),
        document.getField(COUNT).numericValue().intValue());
  }

  private static String title(WholeText source, List<PassageSplitter.Part> parts, String name) {
    String own = source.title();
    if (own != null && own.length() <= LONGEST_TITLE && own.contains(" ")) {
      return own;
    }
    return parts.stream()
        .limit(1)
        .map(PassageSplitter.Part::words)
        .filter(each -> each.length() <= LONGEST_TITLE)
        .findFirst()
        .orElse(name);
  }

  private static @Nullable Integer number(String name) {
    Matcher found = NUMBER_IN_NAME.matcher(name);
    if (!found.find()) {
      return null;
    }
    return Integer.valueOf(found.group(1) == null ? found.group(2) : found.group(1));
  }

  private static byte[] bytes(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Articles.MAX_BYTES + 1);
      if (bytes.length > Articles.MAX_BYTES) {
        throw new CorpusException(
            file.toString(), new Complaint(new CorpusFault.TextTooLarge(Articles.MAX_BYTES >> 20)));
      }
      return bytes;
    }
  }

  private static void keep(Path folder, String id, String name, byte[] bytes) throws IOException {
    Path part = Files.createTempFile(folder, id, ".part");
    try {
      Files.write(part, bytes);
      Files.move(part, copy(folder, id, name), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path copy(Path folder, String id, String name) {
    Matcher ending = Pattern.compile("\\.[A-Za-z]{2,5}$").matcher(name);
    return folder.resolve(id + (ending.find() ? ending.group() : ""));
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface IndexChange {
    void apply(IndexWriter writer) throws IOException;
  }

  @FunctionalInterface
  private interface IndexRead<T> {
    T of(IndexSearcher searcher) throws IOException;
  }

  private static void write(Path folder, IndexChange change) throws IOException {
    try (Analyzer analyzer = new EnglishAnalyzer();
        Directory directory = new NIOFSDirectory(folder.resolve(INDEX));
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      change.apply(writer);
      writer.commit();
    } catch (LockObtainFailedException e) {
      throw new CorpusException(
          folder.toString(), new Complaint(CorpusFault.Plain.CORPUS_IN_USE), e);
    } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw damaged(folder, e);
    }
  }

  private <T> T read(T none, IndexRead<T> use) throws IOException {
    Path place = folder;
    if (place == null || !Files.isDirectory(place.resolve(INDEX))) {
      return none;
    }
    try (Directory directory = new NIOFSDirectory(place.resolve(INDEX));
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return use.of(new IndexSearcher(reader));
    } catch (IndexNotFoundException _) {
      return none;
    } catch (CorruptIndexException | IndexFormatTooOldException | IndexFormatTooNewException e) {
      throw damaged(place, e);
    }
  }

  private static CorpusException damaged(Path folder, IOException cause) {
    return new CorpusException(
        folder.resolve(INDEX).toString(), new Complaint(CorpusFault.Plain.CORPUS_DAMAGED), cause);
  }
}
