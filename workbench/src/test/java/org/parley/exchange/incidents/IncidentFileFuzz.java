package org.parley.exchange.incidents;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.parley.exchange.incidents.facts.NameMapping;

/// Files mutilated at random, in every form: nothing is thrown, the counts add up, and how the
/// bytes come in pieces changes nothing.
class IncidentFileFuzz {

  private static final String GED =
      """
      id,type_of_violence,side_a,side_b,source_office,source_date,source_original,where_prec,adm_1,country,latitude,longitude,event_clarity,code_status,date_prec,date_start,date_end,low,best,high
      1,1,A,B,"Wire;Paper",2014-01-22;22/01/2014,,1,East,C,48.1,37.5,1,Clear,1,1/22/2014 12:00:00 AM,1/22/2014 12:00:00 AM,1,2,3
      2,3,A,Civilians,Wire,,"a ""quoted""
      original",7,,C,,,2,Clear,5,05/04/2014 00:00,8/17/2014 12:00:00 AM,3,2,1
      """;
  private static final String ROWS =
      """
      #meta+id;#meta+fact;#event+id;#event+type;#date+occurred;#org+by;#event+act;#affected+killed;#geo+lat;#geo+lon;#meta+supersedes
      a;report;i;shelling;2026-03;;;4;48,0;37;
      b;act;i;;2026-03-01T10:00:00Z;US;notice;;;;
      c;retraction;i;;2026-03-02;;;;;;a
      =HYPERLINK("x");report;i2;shelling;2026-03-01;;;1;48.0;37;
      """;
  private static final String PLOVER =
      """
      {"id":"p1","date":"2026-03-01","event":["ASSAULT"],"mode":["drone"],"actor":[{"code":"R"}],"size":{"dead":4},"event_loc":{"name":"X","lat":48.1,"lon":37}}
      [{"id":"p2","date":"2026-03-01","event":"195","source":[{"actorText":"R"}],"target":"","dead":"Thousands"},
       {"id":"p3","date":"2026-03","enddate":"2026-04","event":"AGREE","cite":{"publication":"W"}}]
      """;
  private static final String GEO =
      """
      {"type":"FeatureCollection","features":[
      {"type":"Feature","id":1,"geometry":{"type":"Point","coordinates":[37.5,48.0]},"properties":{"kind":"k","occurred":"2026-03-01","traits":["a"]}},
      {"type":"Feature","geometry":{"type":"Polygon","coordinates":[[[37,48],[38,48],[37,49],[37,48]]]},"properties":{"kind":"k","occurred":"2026-03-01"}}
      ],"bbox":[1,2,3,4]}
      """;
  private static final List<String> SEEDS = List.of(GED, ROWS, PLOVER, GEO, "{\"a\":[[[[[[", "\"");
  private static final String[] PIECES = {
    "\"",
    "\"\"",
    "{",
    "}",
    "[",
    "]",
    ",",
    ";",
    "\n",
    "\r",
    "\r\n",
    "\\",
    "\u0000",
    "=1+1",
    "@x",
    "-1",
    "1e999999999",
    "9999999999999",
    "null",
    "\uFEFF",
    "\u202E",
    "2026-99-99",
    "../..",
    "#",
    "{\"a\":{\"a\":{\"a\":",
    "\"features\":[",
    "true",
    "\t",
    " "
  };

  @Test
  void mutilatedFiles() {
    fuzz(1, 2_000);
  }

  @Test
  @Tag("long")
  void manyMutilatedFiles() {
    fuzz(1_000_000, 300_000);
  }

  private static void fuzz(long firstSeed, int cases) {
    for (long seed = firstSeed; seed < firstSeed + cases; seed++) {
      Random random = new Random(seed);
      byte[] bytes = mutilated(random);
      Read whole =
          Read.of(bytes, NameMapping.of(List.of()).with("party US = US"), Integer.MAX_VALUE);
      String what = "seed " + seed + ": " + whole.reading();
      assertTrue(whole.reading().isReconciled(), what);
      assertEquals(whole.reading().used(), whole.records().size(), what);
      assertEquals(whole.reading().aside(), whole.asides().size(), what);
      whole.records().forEach(each -> assertTrue(!each.entries().isEmpty(), what));
      Read pieces =
          Read.of(bytes, NameMapping.of(List.of()).with("party US = US"), 1 + random.nextInt(9));
      assertEquals(whole.reading(), pieces.reading(), what);
      assertEquals(whole.records(), pieces.records(), what);
      assertEquals(whole.asides(), pieces.asides(), what);
    }
  }

  private static byte[] mutilated(Random random) {
    StringBuilder text = new StringBuilder(SEEDS.get(random.nextInt(SEEDS.size())));
    if (random.nextInt(4) == 0) {
      text.append(SEEDS.get(random.nextInt(SEEDS.size())));
    }
    for (int i = random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int until = Math.min(text.length(), at + random.nextInt(20));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, until);
        case 1 -> text.insert(at, text.substring(at, until));
        case 2 -> text.setLength(Math.max(1, at));
        default -> text.insert(at, PIECES[random.nextInt(PIECES.length)]);
      }
    }
    Charset charset =
        switch (random.nextInt(8)) {
          case 0 -> StandardCharsets.UTF_16;
          case 1 -> StandardCharsets.ISO_8859_1;
          default -> StandardCharsets.UTF_8;
        };
    byte[] bytes = text.toString().getBytes(charset);
    if (random.nextInt(4) == 0 && bytes.length > 0) {
      bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
    }
    return random.nextInt(5) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length + 1)) : bytes;
  }
}
