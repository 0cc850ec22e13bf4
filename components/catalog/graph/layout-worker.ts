// The layout algorithm listens for messages by itself: it is here that it does its work, beside the page and not in it.
import "elkjs/lib/elk-worker.min.js";
