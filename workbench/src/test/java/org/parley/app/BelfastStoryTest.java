package org.parley.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The British-Irish Agreement around the votes of 22 May 1998. The vote of its electorate is the
/// approval of Ireland; that of Northern Ireland is none of the United Kingdom.
class BelfastStoryTest {

  private static JsonNode treaty(String day) {
    StringWriter out = new StringWriter();
    int code =
        ShippedCli.with(Map.of())
            .printingTo(new PrintWriter(out), new PrintWriter(out))
            .run("acts", "../examples/belfast-1998", "--as-of", day, "--json");
    assertEquals(0, code, out.toString());
    for (JsonNode each : JsonMapper.shared().readTree(out.toString()).path("instruments")) {
      if (each.path("instrument").asString().equals("british-irish")) {
        return each;
      }
    }
    throw new AssertionError("no british-irish in " + out);
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(each -> texts.add(each.asString()));
    return texts;
  }

  @Test
  void beforeTheVoteNobodyHasApproved() {
    JsonNode state = treaty("1998-05-21");
    assertEquals("signed", state.path("phase").asString());
    assertEquals(List.of(), texts(state.path("ratifiedBy")));
  }

  @Test
  void afterTheVoteOnlyTheUnitedKingdomIsAwaited() {
    JsonNode state = treaty("1998-05-23");
    assertEquals("signed", state.path("phase").asString());
    assertEquals(List.of("VIE"), texts(state.path("ratifiedBy")));
    assertEquals(List.of("UK"), texts(state.path("awaiting")));
  }

  @Test
  void itEnteredIntoForceInDecember1999() {
    assertEquals("in-force", treaty("1999-12-02").path("phase").asString());
  }
}
