package org.parley.casefile.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseFile;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.EditRefusal;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.LoadResult.Rejected;
import org.parley.casefile.Loader;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.yaml.ListedText;
import org.parley.casefile.yaml.Node;
import org.parley.casefile.yaml.SourceText;
import org.parley.casefile.yaml.TextPatch.Unpatchable;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.cases.Case;
import org.parley.model.cases.InvalidCaseException;
import org.parley.wording.Complaint;

/// Edits a case on disk: patches the texts, reads them back in memory, and writes them only if they
/// mean exactly the changed case. Unchanged files are compared with what was read of them, and not
/// parsed. The changed case is checked incrementally, unless most of it is new.
final class CaseEditor {

  /// A file with less room than this takes no new records if there is another.
  private static final int ROOM = 1 << 20;

  /// From so many on, new records that are most of a case are checked with all of it at once.
  private static final int MANY = 1_000;

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /// Ends the editing of a case with a refusal.
  private static final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<CaseProblem> problems;

    RefusedException(List<CaseProblem> problems) {
      super("refused", null, false, false);
      this.problems = problems;
    }

    RefusedException(String file, EditRefusal why, String value) {
      this(List.of(CaseProblem.of(file, new Complaint(why, value))));
    }
  }

  private final Path root;
  private final Loaded from;
  private final Map<String, String> before = new TreeMap<>();
  private final Map<String, String> after = new TreeMap<>();

  /// By id, the records that differ from those on disk, with their files; empty for removed ones.
  private final Map<String, Optional<Placed>> touched = new LinkedHashMap<>();

  /// The parsed texts of files, as they are now.
  private final Map<String, ParsedText> parsed = new HashMap<>();

  private CaseInfo info;

  /// A record, and the file in which it is.
  private record Placed(CaseRecord record, String file) {}

  /// @param listed the same with the items of its lists; null for a text outside the subset
  private record ParsedText(String text, @Nullable Node root, @Nullable ListedText listed) {}

  CaseEditor(Path root, Loaded from) {
    this.root = root;
    this.from = from;
    this.info = from.contents().info();
  }

  EditResult edit(List<CaseEdit> edits) throws IOException {
    try {
      readAgain();
      applyAll(edits);
      after.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
      Loaded loaded = readBack();
      write();
      return new EditResult.Saved(loaded, List.copyOf(after.keySet()));
    } catch (RefusedException refusal) {
      return new EditResult.Refused(refusal.problems);
    }
  }

  private void readAgain() throws IOException, RefusedException {
    CaseFiles.FolderTexts texts = CaseFiles.read(root);
    TreeSet<String> gone = new TreeSet<>(from.files().keySet());
    for (SourceText text : texts.texts()) {
      gone.remove(text.name());
      before.put(text.name(), text.text());
      if (!from.isIn(text.name(), text.text())) {
        throw changed(text.name());
      }
    }
    if (!gone.isEmpty()) {
      throw changed(gone.first());
    }
    if (!texts.problems().isEmpty()) {
      throw new RefusedException(texts.problems());
    }
  }

  private static RefusedException changed(String file) {
    return new RefusedException(file, EditRefusal.Plain.FILE_CHANGED, "");
  }

  private String text(String file) {
    String text = after.get(file);
    return text != null ? text : before.getOrDefault(file, "");
  }

  // many changes

  /// Applies the changes in their order. New records of one kind that follow each other go into
  /// their list together, so a file is parsed once for all of them.
  private void applyAll(List<CaseEdit> edits) throws RefusedException {
    int at = 0;
    while (at < edits.size()) {
      apply(edits.get(at));
      int next = at + 1;
      String key = keyOfPlacedAdd(edits.get(at));
      while (key != null && next < edits.size() && key.equals(keyOfPlacedAdd(edits.get(next)))) {
        int until = addMany(key, edits, next);
        if (until == next) {
          break;
        }
        next = until;
      }
      at = next;
    }
  }

  /// The key of a new record whose file is not asked for; null for other changes.
  private static @Nullable String keyOfPlacedAdd(CaseEdit edit) {
    return edit instanceof CaseEdit.Add(CaseRecord record, String file) && file == null
        ? Kinds.keyOf(record)
        : null;
  }

  /// Adds the records that fit into one file; returns the first change that is not applied.
  private int addMany(String key, List<CaseEdit> edits, int from) throws RefusedException {
    String file = fileFor(key);
    CaseText text = parsed(file);
    if (!text.takesMany(key)) {
      return from;
    }
    int room = room(text(file));
    int length = 0;
    int at = from;
    while (at < edits.size()
        && length < room
        && key.equals(keyOfPlacedAdd(edits.get(at)))
        && edits.get(at) instanceof CaseEdit.Add(CaseRecord record, _)) {
      placed(record, file);
      try {
        length += text.addToList(key, record);
      } catch (Unpatchable e) {
        throw cannot(file, String.valueOf(e.getMessage()));
      }
      at++;
    }
    try {
      after.put(file, text.changed());
    } catch (Unpatchable e) {
      throw cannot(file, String.valueOf(e.getMessage()));
    }
    return at;
  }

  private void placed(CaseRecord record, String file) throws RefusedException {
    mustBeFree(record.id());
    put(record, file);
  }

  private void mustBeFree(Id id) throws RefusedException {
    String taken = fileOf(id.value());
    if (taken != null) {
      throw new RefusedException(taken, EditRefusal.Plain.ADDED_ID_TAKEN, id.value());
    }
  }

  private void put(CaseRecord record, String file) {
    touched.put(record.id().value(), Optional.of(new Placed(record, file)));
  }

  // one change

  private void apply(CaseEdit edit) throws RefusedException {
    switch (edit) {
      case CaseEdit.Add(CaseRecord record, String file) -> add(record, file);
      case CaseEdit.Change(CaseRecord record) -> change(record);
      case CaseEdit.Remove(Id id) -> remove(id);
      case CaseEdit.Describe(CaseInfo wanted) -> describe(wanted);
    }
  }

  private void add(CaseRecord record, @Nullable String asked) throws RefusedException {
    mustBeFree(record.id());
    String key = Kinds.keyOf(record);
    String file = asked != null ? checked(asked) : fileFor(key);
    patch(file, text -> text.add(key, record));
    put(record, file);
  }

  private void change(CaseRecord record) throws RefusedException {
    String id = record.id().value();
    Placed old = existing(id, EditRefusal.Plain.CHANGED_RECORD_GONE);
    if (old.record.getClass() != record.getClass()) {
      throw new RefusedException(
          old.file, new EditRefusal.KindChanged(old.record.id(), record.id()), id);
    }
    patch(old.file, text -> text.change(Kinds.keyOf(record), old.record, record));
    put(record, old.file);
  }

  private void remove(Id id) throws RefusedException {
    Placed old = existing(id.value(), EditRefusal.Plain.REMOVED_RECORD_GONE);
    patch(old.file, text -> text.remove(Kinds.keyOf(old.record), id.value()));
    touched.put(id.value(), Optional.empty());
  }

  private void describe(CaseInfo wanted) throws RefusedException {
    for (String file : before.keySet()) {
      if (text(file).contains(Kinds.HEADER) && parsed(file).hasHeader()) {
        CaseInfo old = info;
        patch(file, text -> text.describe(old, wanted));
        info = wanted;
        return;
      }
    }
    throw new RefusedException(".", EditRefusal.Plain.NO_HEADER_TO_CHANGE, "");
  }

  private Placed existing(String id, EditRefusal gone) throws RefusedException {
    Optional<Placed> now = touched.get(id);
    Placed found = now != null ? now.orElse(null) : onDisk(id);
    if (found == null) {
      throw new RefusedException(".", gone, id);
    }
    return found;
  }

  private @Nullable Placed onDisk(String id) {
    String file = from.fileOf(id);
    return from.contents()
        .find(id)
        .map(each -> new Placed(each, file == null ? "." : file))
        .orElse(null);
  }

  /// The file in which an id is declared, by a record or by a part of it; null for a free one.
  private @Nullable String fileOf(String id) {
    Optional<Placed> now = touched.get(id);
    return now != null ? now.map(Placed::file).orElse(null) : from.fileOf(id);
  }

  /// A file as it is now, ready for one more change. Its text is parsed once, and after a change
  /// within a list only the items that changed.
  private CaseText parsed(String file) {
    String text = text(file);
    ParsedText known = parsed.get(file);
    if (known == null || !known.text.equals(text)) {
      known = parsed(file, text, known != null ? known.listed : listedBefore(file));
      parsed.put(file, known);
    }
    return new CaseText(known.text, known.root);
  }

  private @Nullable ListedText listedBefore(String file) {
    CaseFile before = from.files().get(file);
    return before == null ? null : before.text();
  }

  private static ParsedText parsed(String file, String text, @Nullable ListedText before) {
    ListedText listed =
        (before == null ? Optional.<ListedText>empty() : before.changed(text))
            .or(() -> ListedText.of(text))
            .orElse(null);
    return new ParsedText(text, listed == null ? CaseText.root(file, text) : listed.root(), listed);
  }

  /// A changed file, with the items of its lists as far as its text was parsed already.
  private Loader.ChangedFile changedFile(String file, String text) {
    ParsedText known = parsed.get(file);
    ListedText listed = known == null ? null : known.listed;
    return new Loader.ChangedFile(
        new SourceText(file, text), listed == null ? null : listed.changed(text).orElse(null));
  }

  private interface Patch {
    String on(CaseText text);
  }

  private void patch(String file, Patch patch) throws RefusedException {
    try {
      after.put(file, patch.on(parsed(file)));
    } catch (Unpatchable e) {
      throw cannot(file, String.valueOf(e.getMessage()));
    }
  }

  private static RefusedException cannot(String file, String why) {
    return new RefusedException(file, EditRefusal.Plain.TOUCHES_MORE, why);
  }

  // placing new records

  private String fileFor(String key) {
    for (String file : List.copyOf(names()).reversed()) {
      if (takes(file, key) && room(text(file)) > 0) {
        return file;
      }
    }
    if (names().size() == 1) {
      String only = names().iterator().next();
      if (room(text(only)) > 0 && !parsed(only).holds(key)) {
        return only;
      }
    }
    int number = 1;
    while (isTaken(fileName(key, number), key)) {
      number++;
    }
    return fileName(key, number);
  }

  /// Whether a file has a list of such records.
  private boolean takes(String file, String key) {
    CaseFile known = after.containsKey(file) ? null : from.files().get(file);
    return known != null ? known.takes(key) : text(file).contains(key) && parsed(file).takes(key);
  }

  /// How many bytes more a file takes before records go into another.
  private static int room(String text) {
    return CaseFiles.MAX_FILE_BYTES - ROOM - text.getBytes(StandardCharsets.UTF_8).length;
  }

  private boolean isTaken(String file, String key) {
    return names().contains(file) && (parsed(file).holds(key) || room(text(file)) <= 0);
  }

  private Set<String> names() {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names;
  }

  private static String fileName(String key, int number) {
    return number == 1 ? key + ".yaml" : key + "-" + number + ".yaml";
  }

  private static String checked(String file) throws RefusedException {
    boolean sound =
        file.matches("[^/\\\\]+(/[^/\\\\]+)*")
            && Arrays.stream(file.split("/", -1)).noneMatch(part -> part.startsWith("."))
            && (file.endsWith(".yaml") || file.endsWith(".yml"))
            && file.chars().noneMatch(Character::isISOControl);
    if (!sound) {
      throw new RefusedException(".", EditRefusal.Plain.NOT_A_FILE_NAME, file);
    }
    return file;
  }

  // reading back and writing

  private Loaded readBack() throws RefusedException {
    Case wanted = wanted();
    if (wanted != null) {
      List<Loader.ChangedFile> changed = new ArrayList<>();
      after.forEach((file, text) -> changed.add(changedFile(file, text)));
      Optional<Loaded> read = Loader.changed(from, wanted, changed);
      if (read.isPresent()) {
        return read.get();
      }
    }
    List<SourceText> texts = new ArrayList<>();
    for (String file : names()) {
      texts.add(new SourceText(file, text(file)));
    }
    LoadResult result = Loader.load(new CaseFiles.FolderTexts(texts, List.of(), List.of()));
    if (result instanceof Rejected rejected) {
      throw new RefusedException(rejected.problems());
    }
    if (wanted != null && result instanceof Loaded loaded && loaded.contents().equals(wanted)) {
      return loaded;
    }
    throw cannot(after.isEmpty() ? "." : after.keySet().iterator().next(), "");
  }

  /// The case after the changes; null if it is invalid.
  private @Nullable Case wanted() {
    Set<String> gone = new HashSet<>();
    List<CaseRecord> come = new ArrayList<>();
    touched.forEach(
        (id, now) -> {
          Optional<CaseRecord> before = from.contents().find(id);
          Optional<CaseRecord> then = now.map(Placed::record);
          if (!before.equals(then)) {
            before.ifPresent(_ -> gone.add(id));
            then.ifPresent(come::add);
          }
        });
    if (come.size() < MANY || come.size() < from.contents().records().size()) {
      return from.contents().changed(info, gone, come).orElse(null);
    }
    from.contents().records().stream()
        .filter(each -> !gone.contains(each.id().value()))
        .forEach(come::add);
    try {
      return Case.of(info, come);
    } catch (InvalidCaseException e) {
      return null;
    }
  }

  private void write() throws IOException, RefusedException {
    List<FileSwap.Swap> swaps = new ArrayList<>();
    for (Map.Entry<String, String> each : after.entrySet()) {
      String name = each.getKey();
      Path file = root.resolve(name);
      byte[] text = each.getValue().getBytes(StandardCharsets.UTF_8);
      if (text.length > CaseFiles.MAX_FILE_BYTES) {
        throw new RefusedException(name, EditRefusal.Plain.FILE_WOULD_GROW, "");
      }
      String old = before.get(name);
      if (old == null) {
        swaps.add(new FileSwap.Swap(file, null, ByteBuffer.wrap(text)));
        continue;
      }
      byte[] bytes = Files.readAllBytes(file);
      byte[] expected = old.getBytes(StandardCharsets.UTF_8);
      boolean marked = bytes.length >= 3 && Arrays.equals(bytes, 0, 3, MARK, 0, 3);
      if (!Arrays.equals(bytes, marked ? joined(MARK, expected) : expected)) {
        throw changed(name);
      }
      ByteBuffer wanted = ByteBuffer.wrap(marked ? joined(MARK, text) : text);
      swaps.add(new FileSwap.Swap(file, ByteBuffer.wrap(bytes), wanted));
    }
    Optional<Path> changed = FileSwap.write(swaps);
    if (changed.isPresent()) {
      throw changed(root.relativize(changed.get()).toString().replace('\\', '/'));
    }
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }
}
