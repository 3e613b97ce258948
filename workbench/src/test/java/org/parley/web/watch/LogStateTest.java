package org.parley.web.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.parley.casefile.LoadResult;
import org.parley.casefile.folder.CaseFolder;
import org.parley.model.Viewer;
import org.parley.web.view.OpenCase;

/// The headline of the watch: a duty that depends on who did it is not called owed.
class LogStateTest {

  @TempDir private Path folder = Path.of("");

  private String headline(String report) throws IOException {
    Path golden = Path.of("src", "test", "golden", "good", "unattributed.md");
    String text = Files.readString(golden).split("case/case.yaml\n", 2)[1].split("```", 2)[0];
    Files.writeString(folder.resolve("case.yaml"), text.replace("between: [AA, BB]", report));
    var read = assertInstanceOf(LoadResult.Loaded.class, CaseFolder.of(folder).load());
    return LogState.of(new OpenCase(read.contents().viewFor(new Viewer.Mediator())), null)
        .headline();
  }

  @Test
  void whatDependsOnWhoDidItIsNotOwed() throws IOException {
    assertEquals(
        "No duty is certain to be owed, 1 is not determined.", headline("between: [AA, BB]"));
    assertEquals("1 duty is owed.", headline("by: BB, on: AA"));
    assertEquals("Nothing is owed, and nothing is broken.", headline("by: AA, on: BB"));
  }
}
