package org.parley.web.attack;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.parley.web.SmallWorld;

/// What somebody with a low role can take from the others: threads, places in a queue, memory.
@Timeout(300)
class StarvationAttackTest {

  @TempDir Path folder;
  private Target target;

  @BeforeEach
  void start() throws Exception {
    target = new Target(folder, SmallWorld.build());
  }

  @AfterEach
  void stop() {
    target.close();
  }

  private static HttpResponse<String> job(Target.Client client, String seconds) {
    client.token();
    return client.json("POST", "/api/jobs", "{\"ask\": \"/api/packages/robust\"" + seconds + "}");
  }

  @Test
  void jobsOfLowRolesAreBounded() {
    try (Attacks attacks = new Attacks("resource starvation")) {
      for (String name : List.of("ob", "mo", "al")) {
        Target.Client client = target.as(name);
        for (int seconds : new int[] {301, 600, 3_600, 3_601, Integer.MAX_VALUE}) {
          HttpResponse<String> refused = job(client, ", \"seconds\": " + seconds);
          attacks.tried(
              name + " for " + seconds + " s",
              refused.statusCode() == 400 && refused.body().contains("from 1 to 300"),
              refused.statusCode() + refused.body());
        }
        for (int i = 0; i < 12; i++) {
          int status = job(client, ", \"seconds\": 300").statusCode();
          attacks.tried(name + ", job " + i, List.of(201, 422, 429).contains(status), status + "");
        }
      }
      Target.Client ann = target.as("ann");
      ann.token();
      HttpResponse<String> own =
          ann.json("POST", "/api/jobs", "{\"ask\": \"/api/sequence/knots\", \"seconds\": 3600}");
      String id = own.body().replaceAll(".*\"job\":\"([^\"]+)\".*", "$1");
      String state = "";
      while (!state.contains("\"done\"") && !state.contains("\"refused\"")) {
        state = ann.get("/api/jobs/" + id).body();
        Thread.onSpinWait();
      }
      attacks.tried("the job of somebody else", own.statusCode() == 201, own.body());
    }
  }

  @Test
  void whatUnpacksToMuchIsRefusedAndOthersAreServed() throws Exception {
    byte[] bomb = bomb();
    assertTrue(bomb.length < 100_000, "a small file: " + bomb.length);
    try (Attacks attacks = new Attacks("decompression bombs")) {
      Target.Client al = target.as("al");
      al.token();
      for (int i = 0; i < 9; i++) {
        HttpResponse<String> sent = file(al, bomb);
        String to = sent.headers().firstValue("Location").orElse("");
        String answer = to.isEmpty() ? sent.body() : "";
        while (!to.isEmpty()
            && (answer.isEmpty() || answer.contains("data-hx-trigger=\"load delay"))) {
          answer = al.get(to).body();
          Thread.onSpinWait();
        }
        attacks.tried(
            "a PDF that unpacks to 64 MiB, " + i,
            answer.contains("unpacks to more than 32 MiB") || answer.contains("Too many texts"),
            answer.replaceAll("(?s).*role=\"alert\"|.*<main", ""));
      }
      Target.Client ann = target.as("ann");
      ann.token();
      HttpResponse<String> read =
          ann.form("/read", Map.of("text", "The river treaty was signed.", "publisher", "Wire"));
      attacks.tried("the text of somebody else", read.statusCode() == 303, read.body());
      ByteArrayOutputStream packed = new ByteArrayOutputStream();
      try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
        out.write(new byte[16 << 20]);
      }
      for (String coding : List.of("gzip", "deflate", "br", "gzip, gzip")) {
        for (String path : List.of("/read", "/sign-in", "/api/jobs", "/people")) {
          HttpResponse<String> sent =
              ann.send(
                  ann.request(path)
                      .header("Content-Encoding", coding)
                      .header("Content-Type", "application/x-www-form-urlencoded")
                      .header("X-Parley-Token", String.valueOf(ann.token))
                      .POST(HttpRequest.BodyPublishers.ofByteArray(packed.toByteArray())));
          attacks.tried(
              coding + " to " + path,
              sent.statusCode() >= 300 && sent.statusCode() < 500,
              sent.statusCode() + sent.body());
        }
      }
    }
  }

  private static HttpResponse<String> file(Target.Client client, byte[] bytes) {
    return client.send(
        client
            .request("/read/file?publisher=Wire")
            .header("Content-Type", "application/pdf")
            .header("X-Parley-Token", String.valueOf(client.token))
            .POST(HttpRequest.BodyPublishers.ofByteArray(bytes)));
  }

  /// A PDF of one page whose contents are 64 MiB of blanks.
  private static byte[] bomb() throws Exception {
    ByteArrayOutputStream data = new ByteArrayOutputStream();
    try (DeflaterOutputStream out =
        new DeflaterOutputStream(data, new Deflater(Deflater.BEST_COMPRESSION))) {
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      for (int i = 0; i < 64; i++) {
        out.write(blanks);
      }
    }
    ByteArrayOutputStream pdf = new ByteArrayOutputStream();
    List<Integer> offsets = new ArrayList<>();
    put(pdf, "%PDF-1.5\n");
    for (String object :
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents [4 0 R]"
                + " /Resources << >> >>")) {
      offsets.add(pdf.size());
      put(pdf, offsets.size() + " 0 obj\n" + object + "\nendobj\n");
    }
    offsets.add(pdf.size());
    put(pdf, "4 0 obj\n<< /Length " + data.size() + " /Filter /FlateDecode >>\nstream\n");
    pdf.writeBytes(data.toByteArray());
    put(pdf, "\nendstream\nendobj\n");
    int xref = pdf.size();
    put(pdf, "xref\n0 5\n0000000000 65535 f \n");
    offsets.forEach(each -> put(pdf, String.format(Locale.ROOT, "%010d 00000 n \n", each)));
    put(pdf, "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n" + xref + "\n%%EOF\n");
    return pdf.toByteArray();
  }

  private static void put(ByteArrayOutputStream out, String text) {
    out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
  }
}
