package org.parley.exchange.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.folder.UserFolder;
import org.parley.exchange.tree.FileFaultWording;
import org.parley.genius.file.InputFile;
import org.parley.outlook.AgreementCollection;
import org.parley.outlook.ModelRow;
import org.parley.reference.AccordHistory;
import org.parley.reference.AccordYear;
import org.parley.reference.AgreementFate;
import org.parley.reference.Edition;
import org.parley.reference.PaxAgreement;
import org.parley.reference.Precedents;
import org.parley.wording.Complaint;

/// A user's own copies of collections: a folder with one file for each edition, byte by byte as it
/// was had.
///
/// A copy whose SHA-256 is no longer that of its edition is refused, not read. CopyContents are
/// read when first asked for, and again after a file came or changed. Safe to share between
/// threads.
public final class ReferenceShelf {

  private static final List<Edition> SIGNED =
      List.of(Edition.UCDP_AGREEMENTS_22_1, Edition.UCDP_TERMINATION_3);

  private static final Edition CODED = Edition.PAX_9;

  private final @Nullable Path folder;
  private Map<Edition, FileTime> read = Map.of();
  private @Nullable CopyContents contents;

  private ReferenceShelf(@Nullable Path folder) {
    this.folder = folder;
  }

  /// The rows of the copies, joined.
  ///
  /// @param editions those that are there and could be read
  /// @param precedents the agreements with topics, joined with the other collections
  /// @param newer how many agreements of a later edition have no topics yet
  /// @param problems why a copy cannot be read, a sentence each
  public record CopyContents(
      List<Edition> editions, Precedents precedents, int newer, List<String> problems) {

    public CopyContents {
      editions = List.copyOf(editions);
      problems = List.copyOf(problems);
    }

    static CopyContents none() {
      return new CopyContents(
          List.of(),
          Precedents.of(List.of(), AccordHistory.of(List.of()), List.of()),
          0,
          List.of());
    }
  }

  /// A shelf without copies, to which none can be added.
  public static ReferenceShelf none() {
    return new ReferenceShelf(null);
  }

  /// The shelf in a folder, which need not exist yet.
  public static ReferenceShelf at(Path folder) {
    return new ReferenceShelf(folder);
  }

  /// The shelf of a user: `PARLEY_REFERENCE`, or `reference` in the [UserFolder].
  public static ReferenceShelf of(Map<String, String> environment) {
    String named = environment.getOrDefault("PARLEY_REFERENCE", "");
    return named.isEmpty()
        ? UserFolder.data(environment)
            .map(each -> at(each.resolve("reference")))
            .orElseGet(ReferenceShelf::none)
        : at(Path.of(named));
  }

  /// The folder; empty if nothing can be kept.
  public Optional<Path> folder() {
    return Optional.ofNullable(folder);
  }

  /// Recognises a file, reads it as a proof that it can be read, and keeps a copy.
  ///
  /// @throws BadReferenceException if no known edition has these bytes, or a row cannot be read
  public Edition add(InputFile file) throws IOException {
    String sha256 = sha256(file);
    Edition edition =
        Edition.find(sha256)
            .orElseThrow(
                () ->
                    new BadReferenceException(
                        file.name(),
                        0,
                        new Complaint(
                            new ReferenceFault.UnknownEdition(
                                sha256,
                                file.bytes().remaining(),
                                Arrays.stream(Edition.values())
                                    .map(Edition::key)
                                    .collect(Collectors.joining(", "))))));
    rows(file, edition);
    if (folder == null) {
      throw new BadReferenceException(
          file.name(), 0, new Complaint(ReferenceFault.Plain.NO_PLACE_FOR_COPIES));
    }
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, edition.key(), ".part");
    try {
      byte[] bytes = new byte[file.bytes().remaining()];
      file.bytes().duplicate().get(bytes);
      Files.write(part, bytes);
      Files.move(part, path(folder, edition), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
    return edition;
  }

  private static Path path(Path folder, Edition edition) {
    return folder.resolve(edition.key() + ".csv");
  }

  /// The editions of which a copy is there.
  public List<Edition> list() {
    return List.copyOf(times().keySet());
  }

  /// Whether both files are there from which [#readSigned()] reads.
  public boolean hasSigned() {
    return list().containsAll(SIGNED);
  }

  /// Whether the file is there that gives agreements their codes.
  public boolean hasCodes() {
    return list().contains(CODED);
  }

  /// Another value after a copy came, went or changed. Cheaper than reading it.
  public Object state() {
    return times();
  }

  private Map<Edition, FileTime> times() {
    Map<Edition, FileTime> times = new EnumMap<>(Edition.class);
    if (folder != null) {
      for (Edition each : Edition.values()) {
        try {
          times.put(each, Files.getLastModifiedTime(path(folder, each)));
        } catch (IOException _) {
          // there is no copy of it
        }
      }
    }
    return times;
  }

  /// The rows of the copies, joined; read again if a file came or changed.
  public synchronized CopyContents contents() {
    Map<Edition, FileTime> now = times();
    CopyContents known = contents;
    if (known == null || !now.equals(read)) {
      known = load(now);
      contents = known;
      read = now;
    }
    return known;
  }

  private CopyContents load(Map<Edition, FileTime> there) {
    Path from = folder;
    if (there.isEmpty() || from == null) {
      return CopyContents.none();
    }
    List<Edition> editions = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Map<Edition, List<?>> rows = new EnumMap<>(Edition.class);
    for (Edition each : there.keySet()) {
      try {
        rows.put(each, rows(copy(from, each), each));
        editions.add(each);
      } catch (IOException e) {
        problems.add(FileFaultWording.sentence(e));
      }
    }
    List<PaxAgreement> coded = of(rows, Edition.PAX_9, PaxAgreement.class);
    List<PaxAgreement> later = of(rows, Edition.PAX_10, PaxAgreement.class);
    Precedents precedents =
        Precedents.of(
            withTexts(coded, later),
            AccordHistory.of(of(rows, Edition.PAM_1_5, AccordYear.class)),
            of(rows, Edition.UCDP_AGREEMENTS_22_1, AgreementFate.class));
    return new CopyContents(
        editions, precedents, Math.max(0, later.size() - coded.size()), problems);
  }

  /// The agreements of UCDP with the years of fighting, and their codes if PA-X is there. Empty
  /// without both files of UCDP, or if one cannot be read.
  public Optional<AgreementCollection> readSigned() {
    Path from = folder;
    if (from == null || !hasSigned()) {
      return Optional.empty();
    }
    try {
      AgreementCollection signed =
          UcdpReader.read(copy(from, SIGNED.getFirst()), copy(from, SIGNED.getLast()));
      return Optional.of(
          hasCodes() ? signed.coded(PaxReader.read(copy(from, CODED), CODED)) : signed);
    } catch (IOException _) {
      // the contents name the problem
      return Optional.empty();
    }
  }

  /// Agreements with the features that a model forecasts from.
  public record ModelledAgreements(AgreementCollection collection, List<ModelRow> rows) {
    public ModelledAgreements {
      rows = List.copyOf(rows);
    }
  }

  /// The agreements of UCDP with their features. Empty without both files, or if one cannot be
  /// read.
  public Optional<ModelledAgreements> readModelled() {
    Path from = folder;
    Optional<AgreementCollection> signed = readSigned();
    if (from == null || signed.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new ModelledAgreements(
              signed.get(), UcdpReader.features(copy(from, SIGNED.getFirst()), signed.get())));
    } catch (IOException _) {
      // the contents name the problem
      return Optional.empty();
    }
  }

  /// The copy of an edition.
  ///
  /// @throws BadReferenceException if it was altered
  private static InputFile copy(Path folder, Edition edition) throws IOException {
    InputFile file = InputFile.of(path(folder, edition));
    if (Edition.find(sha256(file)).orElse(null) != edition) {
      throw new BadReferenceException(
          file.name(), 0, new Complaint(ReferenceFault.Plain.COPY_CHANGED, edition.key()));
    }
    return file;
  }

  private static List<PaxAgreement> withTexts(List<PaxAgreement> coded, List<PaxAgreement> later) {
    Map<Integer, PaxAgreement> byId = new HashMap<>();
    later.forEach(each -> byId.put(each.id(), each));
    return coded.stream()
        .map(
            each -> {
              PaxAgreement same = byId.get(each.id());
              return same == null ? each : each.withText(same.text());
            })
        .toList();
  }

  private static <T> List<T> of(Map<Edition, List<?>> rows, Edition edition, Class<T> kind) {
    return rows.getOrDefault(edition, List.of()).stream().<T>map(kind::cast).toList();
  }

  private static List<?> rows(InputFile file, Edition edition) throws IOException {
    return switch (edition) {
      case PAX_9, PAX_10 -> PaxReader.read(file, edition);
      case PAM_1_5 -> PamReader.read(file).years();
      case CEASEFIRES_2020 -> CeasefireReader.read(file);
      case UCDP_AGREEMENTS_22_1 -> UcdpReader.fates(file);
      case UCDP_TERMINATION_3 -> UcdpReader.terminations(file).rows();
    };
  }

  private static String sha256(InputFile file) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(file.bytes().duplicate());
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
