package org.parley.casefile.folder;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.CaseFiles;
import org.parley.casefile.CaseProblem;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.LoadResult.Rejected;
import org.parley.casefile.Loader;
import org.parley.casefile.Place;
import org.parley.casefile.shape.Kinds;
import org.parley.casefile.yaml.SourceText;
import org.parley.casefile.yaml.TextPatch.Unpatchable;
import org.parley.model.Case;
import org.parley.model.CaseInfo;
import org.parley.model.CaseRecord;
import org.parley.model.Id;
import org.parley.model.InvalidCaseException;

/// Makes changes to a case on disk: patches the texts, reads them back in memory, and writes them
/// only when they mean exactly the changed case.
final class CaseEditor {

  /// A file with less room than this left takes no new records where another can be chosen.
  private static final int ROOM = 1 << 20;

  private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  /// Ends the editing of a case with a refusal.
  private static final class Refusal extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<CaseProblem> problems;

    Refusal(List<CaseProblem> problems) {
      super("refused", null, false, false);
      this.problems = problems;
    }

    Refusal(String file, String message, String value, String advice) {
      this(List.of(new CaseProblem(Place.file(file), "", 0, message, value, advice)));
    }
  }

  private final Path root;
  private final Loaded from;
  private final Map<String, String> before = new TreeMap<>();
  private final Map<String, String> after = new TreeMap<>();
  private final Map<String, String> files = new HashMap<>();
  private final Map<String, CaseRecord> records = new TreeMap<>();
  private CaseInfo info;

  CaseEditor(Path root, Loaded from) {
    this.root = root;
    this.from = from;
    this.info = from.contents().info();
    from.contents().records().forEach(each -> records.put(each.id().value(), each));
    from.places().forEach((id, place) -> files.put(id, place.file()));
  }

  EditResult edit(List<CaseEdit> edits) throws IOException {
    try {
      readAgain();
      for (CaseEdit edit : edits) {
        apply(edit);
      }
      after.entrySet().removeIf(each -> each.getValue().equals(before.get(each.getKey())));
      Loaded loaded = readBack();
      write();
      return new EditResult.Saved(loaded, List.copyOf(after.keySet()));
    } catch (Refusal refusal) {
      return new EditResult.Refused(refusal.problems);
    }
  }

  private void readAgain() throws IOException, Refusal {
    CaseFiles.Texts texts = CaseFiles.read(root);
    TreeSet<String> gone = new TreeSet<>(from.digests().keySet());
    for (SourceText text : texts.texts()) {
      gone.remove(text.name());
      before.put(text.name(), text.text());
      if (!Loader.digest(text.text()).equals(from.digests().get(text.name()))) {
        throw changed(text.name());
      }
    }
    if (!gone.isEmpty()) {
      throw changed(gone.first());
    }
    if (!texts.problems().isEmpty()) {
      throw new Refusal(texts.problems());
    }
  }

  private static Refusal changed(String file) {
    return new Refusal(
        file,
        "this file has changed since the case was read, so nothing was written",
        "",
        "Maybe read the case again and repeat the change");
  }

  private String text(String file) {
    String text = after.get(file);
    return text != null ? text : before.getOrDefault(file, "");
  }

  // one change

  private void apply(CaseEdit edit) throws Refusal {
    switch (edit) {
      case CaseEdit.Add(CaseRecord record, String file) -> add(record, file);
      case CaseEdit.Change(CaseRecord record) -> change(record);
      case CaseEdit.Remove(Id id) -> remove(id);
      case CaseEdit.Describe(CaseInfo wanted) -> describe(wanted);
    }
  }

  private void add(CaseRecord record, @Nullable String asked) throws Refusal {
    String id = record.id().value();
    if (files.containsKey(id)) {
      throw new Refusal(
          files.get(id),
          "adding a record whose id is taken",
          id,
          "Maybe change that record, or choose another id");
    }
    String key = Kinds.keyOf(record);
    String file = asked != null ? checked(asked) : fileFor(key);
    patch(file, text -> text.add(key, record));
    records.put(id, record);
    files.put(id, file);
  }

  private void change(CaseRecord record) throws Refusal {
    String id = record.id().value();
    CaseRecord old = existing(id, "changing");
    if (old.getClass() != record.getClass()) {
      throw new Refusal(
          fileOf(id),
          "changing a " + old.id().kind() + " into a " + record.id().kind(),
          id,
          "Maybe remove it and add the other under an id of its own");
    }
    patch(fileOf(id), text -> text.change(Kinds.keyOf(record), old, record));
    records.put(id, record);
  }

  private void remove(Id id) throws Refusal {
    CaseRecord old = existing(id.value(), "removing");
    patch(fileOf(id.value()), text -> text.remove(Kinds.keyOf(old), id.value()));
    records.remove(id.value());
    files.remove(id.value());
  }

  private void describe(CaseInfo wanted) throws Refusal {
    for (String file : before.keySet()) {
      if (text(file).contains(Kinds.HEADER) && CaseText.of(file, text(file)).hasHeader()) {
        CaseInfo old = info;
        patch(file, text -> text.describe(old, wanted));
        info = wanted;
        return;
      }
    }
    throw new Refusal(".", "the case has no header", "", "Maybe read the case again");
  }

  private CaseRecord existing(String id, String doing) throws Refusal {
    CaseRecord old = records.get(id);
    if (old == null) {
      throw new Refusal(
          ".", doing + " a record that is not there", id, "Maybe read the case again");
    }
    return old;
  }

  private String fileOf(String id) {
    return files.getOrDefault(id, ".");
  }

  private interface Patch {
    String on(CaseText text);
  }

  private void patch(String file, Patch patch) throws Refusal {
    try {
      after.put(file, patch.on(CaseText.of(file, text(file))));
    } catch (Unpatchable e) {
      throw cannot(file, String.valueOf(e.getMessage()));
    }
  }

  private static Refusal cannot(String file, String why) {
    return new Refusal(
        file,
        "this change cannot be made without touching more than it names",
        why,
        "Maybe make it by hand, or write that part one key a line");
  }

  // where new records go

  private String fileFor(String key) {
    List<String> holding = new ArrayList<>();
    for (String file : names()) {
      String text = text(file);
      if (text.length() < CaseFiles.MAX_FILE_BYTES - ROOM
          && text.contains(key)
          && CaseText.of(file, text).takes(key)) {
        holding.add(file);
      }
    }
    if (!holding.isEmpty()) {
      return holding.getLast();
    }
    if (names().size() == 1) {
      String only = names().iterator().next();
      CaseText text = CaseText.of(only, text(only));
      if (text(only).length() < CaseFiles.MAX_FILE_BYTES - ROOM && !text.holds(key)) {
        return only;
      }
    }
    int number = 1;
    while (isTaken(fileName(key, number), key)) {
      number++;
    }
    return fileName(key, number);
  }

  private boolean isTaken(String file, String key) {
    return names().contains(file)
        && (CaseText.of(file, text(file)).holds(key)
            || text(file).length() >= CaseFiles.MAX_FILE_BYTES - ROOM);
  }

  private Set<String> names() {
    TreeSet<String> names = new TreeSet<>(before.keySet());
    names.addAll(after.keySet());
    return names;
  }

  private static String fileName(String key, int number) {
    return number == 1 ? key + ".yaml" : key + "-" + number + ".yaml";
  }

  private static String checked(String file) throws Refusal {
    boolean sound =
        file.matches("[^/\\\\]+(/[^/\\\\]+)*")
            && Arrays.stream(file.split("/", -1)).noneMatch(part -> part.startsWith("."))
            && (file.endsWith(".yaml") || file.endsWith(".yml"))
            && file.chars().noneMatch(Character::isISOControl);
    if (!sound) {
      throw new Refusal(
          ".",
          "not the name of a file in a case folder",
          file,
          "Maybe name a *.yaml file by its path from the folder, no part beginning with a dot");
    }
    return file;
  }

  // reading back and writing

  private Loaded readBack() throws Refusal {
    List<SourceText> texts = new ArrayList<>();
    for (String file : names()) {
      texts.add(new SourceText(file, text(file)));
    }
    LoadResult result = Loader.load(new CaseFiles.Texts(texts, List.of(), List.of()));
    if (result instanceof Rejected rejected) {
      throw new Refusal(rejected.problems());
    }
    Case wanted = wanted();
    if (wanted != null && result instanceof Loaded loaded && loaded.contents().equals(wanted)) {
      return loaded;
    }
    throw cannot(after.isEmpty() ? "." : after.keySet().iterator().next(), "");
  }

  private @Nullable Case wanted() {
    try {
      return Case.of(info, records.values());
    } catch (InvalidCaseException e) {
      return null;
    }
  }

  private void write() throws IOException, Refusal {
    List<FileSwap.Swap> swaps = new ArrayList<>();
    for (Map.Entry<String, String> each : after.entrySet()) {
      String name = each.getKey();
      Path file = root.resolve(name);
      byte[] text = each.getValue().getBytes(StandardCharsets.UTF_8);
      if (text.length > CaseFiles.MAX_FILE_BYTES) {
        throw new Refusal(
            name, "the file would grow larger than 16 MiB", "", "Maybe name another file for it");
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
