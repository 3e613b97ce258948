package org.parley.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.parley.Effort;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.yaml.ListedText;
import org.parley.casefile.yaml.SourceText;
import org.parley.model.CaseRecord;
import org.parley.model.Cases;
import org.parley.model.cases.Case;
import org.parley.model.cases.InvalidCaseException;

/// A case read from its changed files is the case read from all of them. Files that mean another
/// case than the wanted one are never taken for it.
@NullMarked
class ChangedFilesLawTest {

  private static final int CASES = Effort.of(12, 60);

  @Test
  void changedFilesSayWhatAllFilesSay() {
    int alike = 0;
    for (long seed = 0; seed < CASES; seed++) {
      Random random = new Random(seed);
      Case now = Cases.of(seed);
      Map<String, String> files = new TreeMap<>(CaseWriter.write(now));
      Loaded loaded = load(files);
      List<CaseRecord> pool = new ArrayList<>(now.records());
      pool.addAll(Cases.of(seed + 1).records());
      for (int step = 0; step < 8; step++) {
        String where = "seed " + seed + ", step " + step;
        Case wanted = changed(now, pool, random);
        Map<String, String> then = files(files, wanted);
        List<SourceText> changed = changed(files, then);
        Loaded all = load(then);
        Optional<Loaded> read = Loader.changed(loaded, wanted, files(changed));
        read.ifPresent(each -> assertEquals(all, each, where));
        alike += read.isPresent() ? 1 : 0;
        refuses(loaded, now, wanted, changed, random, where);
        now = wanted;
        files = then;
        loaded = read.orElse(all);
      }
    }
    assertTrue(alike > 6 * CASES, alike + " read from their changed files");
  }

  /// Another case than the wanted one, a file too few, and a record too many are all noticed.
  private static void refuses(
      Loaded before, Case now, Case wanted, List<SourceText> changed, Random random, String where) {
    if (now.equals(wanted)) {
      return;
    }
    assertEquals(Optional.empty(), Loader.changed(before, now, files(changed)), where);
    int at = random.nextInt(changed.size());
    List<SourceText> fewer = new ArrayList<>(changed);
    SourceText one = fewer.remove(at);
    assertEquals(Optional.empty(), Loader.changed(before, wanted, files(fewer)), where);
    CaseRecord other = List.copyOf(now.records()).get(random.nextInt(now.records().size()));
    fewer.add(new SourceText(one.name(), ""));
    if (!one.text().isEmpty()) {
      assertEquals(Optional.empty(), Loader.changed(before, wanted, files(fewer)), where);
    }
    List<SourceText> more = new ArrayList<>(changed);
    more.add(new SourceText("more.yaml", CaseWriter.keyOf(other) + ":\n" + CaseWriter.text(other)));
    assertEquals(
        Optional.empty(), Loader.changed(before, wanted, files(more)), where + " " + other);
  }

  /// One record fewer, more, or otherwise.
  ///
  /// @param pool the records to choose from
  private static Case changed(Case now, List<CaseRecord> pool, Random random) {
    for (int attempt = 0; attempt < 20; attempt++) {
      CaseRecord one = pool.get(random.nextInt(pool.size()));
      List<CaseRecord> all = new ArrayList<>(now.records());
      all.removeIf(each -> each.id().value().equals(one.id().value()));
      if (random.nextInt(3) > 0) {
        all.add(one);
      }
      try {
        Case wanted = Case.of(now.info(), all);
        if (!wanted.equals(now)) {
          return wanted;
        }
      } catch (InvalidCaseException e) {
        // it does not fit
      }
    }
    return now;
  }

  /// The files of a case; those of which nothing is left stay, without text.
  private static Map<String, String> files(Map<String, String> before, Case wanted) {
    Map<String, String> files = new TreeMap<>(before);
    files.replaceAll((_, _) -> "");
    files.putAll(CaseWriter.write(wanted));
    return files;
  }

  private static List<SourceText> changed(Map<String, String> before, Map<String, String> then) {
    List<SourceText> changed = new ArrayList<>();
    then.forEach(
        (name, text) -> {
          if (!text.equals(before.get(name))) {
            changed.add(new SourceText(name, text));
          }
        });
    return changed;
  }

  /// Every other text with the items of its lists, so that the next change has them.
  private static List<Loader.ChangedFile> files(List<SourceText> texts) {
    return texts.stream()
        .map(
            each ->
                new Loader.ChangedFile(
                    each,
                    each.text().length() % 2 == 0 ? ListedText.of(each.text()).orElse(null) : null))
        .toList();
  }

  private static Loaded load(Map<String, String> files) {
    return assertInstanceOf(Loaded.class, CaseReader.read(files));
  }
}
