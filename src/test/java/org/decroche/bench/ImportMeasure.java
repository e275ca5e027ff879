package org.decroche.bench;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How long a file of customers takes: dry run, import, the same again, and the way out. */
final class ImportMeasure {
  private static final String[] FICTION = {"063998", "019900", "026191", "035301", "046571"};

  private final Place place;

  ImportMeasure(Place place) {
    this.place = place;
  }

  void run(int thousands) throws Exception {
    Path file = place.traces().resolve("customers.csv");
    write(file, thousands * 1000);
    Api api = new Api(place, "admin", place.secret("administrator"));
    System.out.printf(
        "Import of %,d customers with a number each, %d MB:%n%n",
        thousands * 1000, Files.size(file) / 1_000_000);
    System.out.println("| step | seconds | outcome |");
    System.out.println("|---|---|---|");
    long start = System.nanoTime();
    JsonObject seen = api.upload("/api/import?kind=customers&name=customers.csv", file);
    tell("sent and looked at", start, seen.getString("encoding"));
    run(api, seen, "dry run", false);
    run(api, seen, "import", true);
    seen = api.upload("/api/import?kind=customers&name=customers.csv", file);
    run(api, seen, "the same file again", true);
    start = System.nanoTime();
    long bytes = api.size("/api/exports/customers");
    tell("export", start, "%d MB".formatted(bytes / 1_000_000));
  }

  private static void run(Api api, JsonObject seen, String step, boolean apply) throws Exception {
    long start = System.nanoTime();
    api.post(
        "/api/import/run",
        new JsonObject().put("columns", seen.getJsonArray("columns")).put("apply", apply));
    JsonObject now = api.get("/api/import");
    while (now.getString("phase").equals("checking")
        || now.getString("phase").equals("importing")) {
      Thread.sleep(200);
      now = api.get("/api/import");
    }
    JsonObject judged = now.getJsonObject("judged", new JsonObject());
    judged.remove("first");
    tell(step, start, now.getString("phase") + " " + new JsonArray().add(judged).encode());
  }

  private static void tell(String step, long start, String outcome) {
    System.out.printf("| %s | %.1f | %s |%n", step, (System.nanoTime() - start) / 1e9, outcome);
  }

  private static void write(Path file, int rows) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("key;name;number;note;language\n");
      for (int i = 0; i < rows; i++) {
        int name = (int) (i * 2654435761L % 60_000);
        out.write(
            "C-%d;Prénom%d Nom%d;%s%04d;knows the subject, skip the basics;fr%n"
                .formatted(i, name % 300, name, FICTION[i % 5], i / 5 % 10_000));
      }
    }
  }
}
