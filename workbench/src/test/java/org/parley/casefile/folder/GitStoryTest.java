package org.parley.casefile.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.CaseEdit;
import org.parley.casefile.EditResult;
import org.parley.casefile.LoadResult.Loaded;
import org.parley.casefile.RecordReader;
import org.parley.model.CaseRecord;
import org.parley.model.claim.Claim;
import org.parley.model.claim.ClaimId;
import org.parley.store.Journal;

/// A case folder in git: the journal is ignored by itself, and two branches that each add a claim
/// merge.
class GitStoryTest {

  private static final String CASE =
      """
      case: {title: The bridge}
      parties:
        - {id: AA, name: Aland, kind: state}
        - {id: BB, name: Beland, kind: state}
      instruments:
        - {id: treaty, title: Treaty, kind: treaty, signatories: [AA, BB]}
      points:
        - {id: p1, number: 1, title: The toll, instrument: treaty}
      sources:
        - {id: s1, publisher: Post, title: Talks, date: 2025-03-01, language: en, reliability: B, kind: report}
      """;

  private static final String CLAIMS =
      """
      claims:
        # said on the bridge
        - id: c1
          speaker: Ada
          party: AA
          said: 2025-03-01
          source: s1
          quote: Settled.
          about: p1
          asserts: agreed
      """;

  @TempDir private Path folder;

  @BeforeEach
  void makeARepository() throws Exception {
    git("init", "-q", "-b", "main");
    git("config", "user.name", "Ann");
    git("config", "user.email", "ann@example.org");
    Files.writeString(folder.resolve("case.yaml"), CASE);
    Files.writeString(folder.resolve("claims.yaml"), CLAIMS);
  }

  private String git(String... arguments) throws Exception {
    Process process = start(arguments);
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), () -> String.join(" ", arguments) + ": " + said);
    return said;
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of("git"));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
    builder.environment().putAll(Map.of("GIT_CONFIG_GLOBAL", "/dev/null", "LC_ALL", "C.UTF-8"));
    return builder.start();
  }

  private void commit(String message) throws Exception {
    git("add", "-A");
    git("commit", "-q", "-m", message);
  }

  /// Has git merge files of a case by this program.
  private void useTheDriver() throws Exception {
    git(
        "config",
        "merge.parley.driver",
        "'%s' -Xshare:auto -XX:TieredStopAtLevel=1 -cp '%s' org.parley.app.Parley merge %%O %%A %%B"
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                System.getProperty("java.class.path")));
    Files.writeString(folder.resolve(".gitattributes"), "*.yaml merge=parley\n");
    commit("The case");
  }

  private Loaded load() throws IOException {
    return assertInstanceOf(Loaded.class, CaseFolder.of(folder).load());
  }

  /// Adds a claim as the program does.
  private void add(String id, String asserts) throws IOException {
    Loaded loaded = load();
    CaseRecord claim =
        new RecordReader(loaded.contents().records())
            .read(
                "claims",
                """
                    {id: %s, speaker: Ada, party: AA, said: 2025-03-02, source: s1,
                      quote: We agree, about: p1, asserts: %s}
                    """
                    .formatted(id, asserts))
            .record();
    assertInstanceOf(Claim.class, claim);
    EditResult result =
        CaseFolder.of(folder)
            .edit(loaded, List.of(new CaseEdit.Add(Objects.requireNonNull(claim), null)));
    assertInstanceOf(EditResult.Saved.class, result);
  }

  private List<String> claims() throws IOException {
    return load().contents().records().stream()
        .filter(Claim.class::isInstance)
        .map(each -> each.id().value())
        .toList();
  }

  @Test
  void twoBranchesThatEachAddAClaimMerge() throws Exception {
    useTheDriver();
    git("checkout", "-q", "-b", "other");
    add("c3", "rejected");
    commit("Their claim");
    git("checkout", "-q", "main");
    add("c2", "agreed");
    commit("Our claim");
    git("merge", "-q", "other");
    assertEquals(List.of("c1", "c2", "c3"), claims());
    String text = Files.readString(folder.resolve("claims.yaml"));
    assertTrue(text.contains("  # said on the bridge\n  - id: c1\n"), text);
    assertEquals(3, text.split("quote: ", -1).length - 1, "lines in common are not shared");
    Claim theirs =
        (Claim)
            load().contents().records().stream()
                .filter(each -> each.id().equals(new ClaimId("c3")))
                .findFirst()
                .orElseThrow();
    assertEquals("Rejected[]", theirs.asserts().toString());
  }

  /// The same with the union of git gives one claim a line of the other.
  @Test
  void theUnionOfLinesIsNoMerge() throws Exception {
    Files.writeString(folder.resolve(".gitattributes"), "*.yaml merge=union\n");
    commit("The case");
    git("checkout", "-q", "-b", "other");
    add("c3", "rejected");
    commit("Their claim");
    git("checkout", "-q", "main");
    add("c2", "agreed");
    commit("Our claim");
    git("merge", "-q", "other");
    assertFalse(CaseFolder.of(folder).load() instanceof Loaded);
  }

  @Test
  void whatBothChangedIsAConflict() throws Exception {
    useTheDriver();
    Path claims = folder.resolve("claims.yaml");
    git("checkout", "-q", "-b", "other");
    Files.writeString(claims, CLAIMS.replace("Settled.", "Nearly settled."));
    commit("Theirs");
    git("checkout", "-q", "main");
    Files.writeString(claims, CLAIMS.replace("Settled.", "All settled."));
    add("c2", "agreed");
    commit("Ours");
    Process merge = start("merge", "-q", "other");
    String said = new String(merge.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertNotEquals(0, merge.waitFor(), said);
    assertTrue(said.contains("both sides changed c1"), said);
    String text = Files.readString(claims);
    assertTrue(text.contains("<<<<<<< ours\n") && text.contains("quote: All settled."), text);
    assertTrue(text.contains("=======\n") && text.contains("quote: Nearly settled."), text);
    assertTrue(text.endsWith("asserts: agreed\n") && text.contains("id: c2"), text);
  }

  @Test
  void aJournalIsIgnoredByItselfAndAGitignoreOfOnesOwnStays() throws Exception {
    Files.writeString(folder.resolve(".gitignore"), "drafts/\n");
    commit("The case");
    try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
      journal.record(load().contents(), "ann", "Begun.", Instant.parse("2025-03-01T00:00:00Z"));
      assertEquals("", git("status", "--porcelain"));
    }
    assertEquals("drafts/\n", Files.readString(folder.resolve(".gitignore")));
    assertEquals("*\n", Files.readString(folder.resolve(".parley/.gitignore")));
    Files.writeString(folder.resolve(".parley/.gitignore"), "!base\n");
    try (Journal journal = Journal.inFile(Journal.besideFolder(folder))) {
      assertTrue(journal.last() > 0);
    }
    assertEquals("!base\n", Files.readString(folder.resolve(".parley/.gitignore")));
  }
}
